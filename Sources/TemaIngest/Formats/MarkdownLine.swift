/// One line of Markdown, looked at for what block it begins.
struct MarkdownLine {
    /// The line without the white space at its ends.
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

    /// Level and words of `## heading ##`.
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

    /// The level of the heading above a line of `===` or `---`.
    var underlineLevel: Int? {
        if text.allSatisfy({ $0 == "=" }) { return 1 }
        return text.allSatisfy { $0 == "-" } ? 2 : nil
    }

    /// `***`, `- - -`, `___`.
    var isRule: Bool {
        let marks = text.filter { $0 != " " }
        return marks.count >= 3 && ["*", "-", "_"].contains { mark in marks.allSatisfy { String($0) == mark } }
    }

    /// What follows `-`, `*`, `+`, `1.` or `1)`, without the box of a task.
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

    /// What follows the `>` of a quote, however deep.
    var quote: Substring? {
        guard text.first == ">" else { return nil }
        return text.drop { $0 == ">" || $0 == " " || $0 == "\t" }
    }

    /// Whether it may be a row of a table.
    var isRow: Bool { text.contains("|") }

    /// The line of dashes below a table's head.
    var isDelimiterRow: Bool {
        isRow && text.contains("-") && text.allSatisfy { "|-: \t".contains($0) }
    }

    /// A row's cells: `|` parts them unless a backslash stands before it.
    var cells: [Substring] {
        var cells: [Substring] = []
        var start = text.startIndex
        var escaped = false
        for at in text.indices {
            if text[at] == "|", !escaped {
                cells.append(text[start..<at])
                start = text.index(after: at)
            }
            escaped = text[at] == "\\" && !escaped
        }
        cells.append(text[start...])
        if text.first == "|" { cells.removeFirst() }
        if text.last == "|", !cells.isEmpty { cells.removeLast() }
        return cells
    }
}
