/// One line of Markdown, with properties that identify the block that it begins.
struct MarkdownLine {
    /// The line without leading and trailing white space.
    let text: Substring
    let isIndented: Bool

    init(_ line: Substring) {
        let indent = line.prefix { $0 == " " || $0 == "\t" }
        var text = line.dropFirst(indent.count)
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        self.text = text
        isIndented = indent.count >= 2 || indent.contains("\t")
    }

    var isBlank: Bool { text.isEmpty }

    /// The level and text of a heading such as `## heading ##`, or nil.
    var heading: (Int, Substring)? {
        let marks = text.prefix { $0 == "#" }
        guard (1...6).contains(marks.count) else { return nil }
        var words = text.dropFirst(marks.count)
        guard words.isEmpty || words.first == " " || words.first == "\t" else { return nil }
        let closing = words.reversed().prefix { $0 == "#" }.count
        let open = words.dropLast(closing)
        if closing > 0, open.last == " " || open.isEmpty { words = open }
        return (marks.count, words)
    }

    /// The level of the heading that a line of `===` or `---` underlines, or nil.
    var underlineLevel: Int? {
        if text.allSatisfy({ $0 == "=" }) { return 1 }
        return text.allSatisfy { $0 == "-" } ? 2 : nil
    }

    /// Whether the line is a thematic break: `***`, `- - -` or `___`.
    var isRule: Bool {
        let marks = text.filter { $0 != " " }
        return marks.count >= 3 && ["*", "-", "_"].contains { mark in marks.allSatisfy { String($0) == mark } }
    }

    /// The text after a list marker (`-`, `*`, `+`, `1.` or `1)`) and a task box, or nil.
    var item: Substring? {
        var rest: Substring
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if let first = text.first, "-*+".contains(first) {
            rest = text.dropFirst()
        } else if (1...9).contains(digits.count), let mark = text.dropFirst(digits.count).first, ".)".contains(mark) {
            rest = text.dropFirst(digits.count + 1)
        } else {
            return nil
        }
        guard rest.first == " " || rest.first == "\t" else { return nil }
        rest = rest.drop { $0 == " " || $0 == "\t" }
        for box in ["[ ] ", "[x] ", "[X] "] where rest.hasPrefix(box) { return rest.dropFirst(box.count) }
        return rest
    }

    /// The text after the `>` marks of a quote of any depth, or nil.
    var quote: Substring? {
        guard text.first == ">" else { return nil }
        return text.drop { $0 == ">" || $0 == " " || $0 == "\t" }
    }

    /// Whether the line may be a table row.
    var isRow: Bool { text.contains("|") }

    /// Whether the line is the delimiter row below a table header.
    var isDelimiterRow: Bool {
        isRow && text.contains("-") && text.allSatisfy { "|-: \t".contains($0) }
    }

    /// The cells of a table row, separated by `|` without a preceding backslash.
    var cells: [Substring] {
        var cells: [Substring] = []
        var start = text.startIndex
        var escaped = false
        for index in text.indices {
            if text[index] == "|", !escaped {
                cells.append(text[start..<index])
                start = text.index(after: index)
            }
            escaped = text[index] == "\\" && !escaped
        }
        cells.append(text[start...])
        if text.first == "|" { cells.removeFirst() }
        if text.last == "|", !cells.isEmpty { cells.removeLast() }
        return cells
    }
}
