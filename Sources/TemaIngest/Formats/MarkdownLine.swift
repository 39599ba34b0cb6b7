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
        words = Self.withoutAttributes(words)
        while words.last == " " || words.last == "\t" { words.removeLast() }
        let closing = words.reversed().prefix { $0 == "#" }.count
        let open = words.dropLast(closing)
        if closing > 0, open.last == " " || open.isEmpty { words = open }
        return (marks.count, words)
    }

    /// Returns a heading without the attributes at its end, such as `{#id .class}`.
    static func withoutAttributes(_ heading: Substring) -> Substring {
        guard heading.last == "}", let start = heading.lastIndex(of: "{"), isAttributes(heading[start...]) else {
            return heading
        }
        return heading[..<start]
    }

    /// Whether a text in braces is a list of attributes, by the first of them: `#id`, `.class`, `key=value`, `=format`, or
    /// `-` for a heading without a number.
    static func isAttributes(_ braced: some StringProtocol) -> Bool {
        guard let first = braced.dropFirst().dropLast().split(whereSeparator: \.isWhitespace).first else {
            return false
        }
        return "#.=".contains(first[first.startIndex]) || first.contains("=") || first == "-"
    }

    /// The level of the heading that a line of `===` or `---` underlines, or nil.
    var underlineLevel: Int? {
        if text.allSatisfy({ $0 == "=" }) { return 1 }
        return text.allSatisfy { $0 == "-" } ? 2 : nil
    }

    /// The marks that begin a fenced code block, or nil. Inline code has backticks at its end too.
    var fence: Substring? {
        guard text.hasPrefix("```") || text.hasPrefix("~~~") else { return nil }
        let marks = text.prefix { $0 == text.first }
        return marks.first == "`" && text[marks.endIndex...].contains("`") ? nil : marks
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

    /// The text after the mark of a definition of the term before it, `: definition`, or nil.
    var definition: Substring? {
        guard text.first == ":", let space = text.dropFirst().first, space == " " || space == "\t" else { return nil }
        return text.dropFirst(2)
    }

    /// The label and text of a note `[^label]: text`, or the label and target of a link `[label]: target`; nil for other
    /// lines. A link's target must look like one, because transcripts have lines such as `[Maria]: Yes`.
    var reference: (label: Substring, text: Substring)? {
        guard text.first == "[", let close = text.firstIndex(of: "]"), text[close...].hasPrefix("]:") else {
            return nil
        }
        let label = text[..<close].dropFirst()
        let rest = MarkdownLine(text[close...].dropFirst(2)).text
        if label.first == "^" { return label.count > 1 ? (label, rest) : nil }
        let target = rest.prefix { !$0.isWhitespace }
        let title = MarkdownLine(rest[target.endIndex...]).text
        guard !label.isEmpty, target.contains(where: { "/#:".contains($0) }) else { return nil }
        return title.isEmpty || "\"'(".contains(title[title.startIndex]) ? (label, rest) : nil
    }

    /// Whether the line begins or ends a division of Pandoc: `:::`, `::: name` or `::: {.class}`.
    var isDivision: Bool {
        guard text.hasPrefix(":::") else { return false }
        var name = text.drop { $0 == ":" || $0 == " " }
        while name.last == ":" || name.last == " " { name.removeLast() }
        return !name.contains(" ") || name.first == "{" && name.contains("}")
    }

    /// The text of a line of verse or an address, `| text`, or nil.
    var verse: Substring? {
        text == "|" || text.hasPrefix("| ") ? text.dropFirst() : nil
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
