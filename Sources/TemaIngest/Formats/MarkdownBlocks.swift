import TemaModel

/// Splits Markdown into passages: headings, paragraphs, list items, quotes and table rows.
struct MarkdownBlocks {
    var builder = DocumentBuilder()
    var ledger = Ledger()
    /// The first level-1 heading.
    private(set) var title: String?

    private let language: String?
    /// The open sections, outermost first. The outermost heading that names a type determines the type, because the title
    /// above it names none.
    private var sections: [(level: Int, number: Int, type: SectionType?)] = []
    private var open: [Substring] = []
    private var kind: PassageKind = .paragraph
    private var fence: Substring?
    private var code: [Substring] = []

    init(language: String?) {
        self.language = language
    }

    /// Adds the passages of all lines to the builder.
    ///
    /// - Throws: A ``Problem`` if the document is too long.
    mutating func read(_ lines: some Collection<Substring>) throws(Problem) {
        var isTable = false
        for (line, next) in zip(lines, lines.dropFirst().map(Optional.some) + [nil]) {
            if try readFence(line) { continue }
            let text = MarkdownLine(line)
            if isTable, text.isRow {
                if !text.isDelimiterRow { try addRow(text) }
                continue
            }
            isTable = text.isRow && next.map { MarkdownLine($0).isDelimiterRow } == true
            if isTable {
                try finish()
                try addRow(text)
            } else {
                try read(text)
            }
        }
        try finish()
        if fence != nil { endFence() }
    }

    private mutating func read(_ line: MarkdownLine) throws(Problem) {
        if line.isBlank { return try finish() }
        if let (level, heading) = line.heading { return try addHeading(level, heading) }
        if let level = line.underlineLevel, !open.isEmpty, kind == .paragraph {
            let heading = open.joined(separator: " ")
            open = []
            return try addHeading(level, heading[...])
        }
        if line.isRule { return try finish() }
        if let item = line.item {
            try finish()
            kind = .listItem
            open = [item]
        } else if let quote = line.quote {
            if kind != .quote || open.isEmpty { try finish() }
            kind = .quote
            let inner = MarkdownLine(quote)
            if inner.isBlank { try finish() } else { open.append(inner.quote ?? quote) }
        } else {
            if open.isEmpty { kind = line.isIndented && kind == .listItem ? .listItem : .paragraph }
            open.append(line.text)
        }
    }

    private mutating func finish() throws(Problem) {
        let joined = open.joined(separator: " ")
        open = []
        try add(MarkdownInline.plain(joined), kind)
    }

    private mutating func addHeading(_ level: Int, _ heading: Substring) throws(Problem) {
        try finish()
        kind = .paragraph
        let text = MarkdownInline.plain(String(heading))
        while let last = sections.last, last.level >= level { sections.removeLast() }
        let number = builder.section(heading: text, parent: sections.last?.number)
        let type = sections.last?.type ?? SectionHeading.type(ofHeading: text)
        sections.append((level, number, type))
        if level == 1, title == nil { title = text }
        try add(text, .heading)
    }

    private mutating func addRow(_ line: MarkdownLine) throws(Problem) {
        kind = .paragraph
        let cells = line.cells.map { MarkdownInline.plain(String($0)) }
        if cells.contains(where: { !$0.isEmpty }) { try add(cells.joined(separator: "\t"), .tableRow) }
    }

    private mutating func add(_ text: String, _ kind: PassageKind) throws(Problem) {
        try builder.add(
            text.utf8, kind: kind, sectionType: sections.last?.type ?? .other, section: sections.last?.number,
            language: language)
    }

    /// Reads a line of a fenced code block, which is not prose.
    ///
    /// - Returns: Whether the line belongs to a code block.
    private mutating func readFence(_ line: Substring) throws(Problem) -> Bool {
        let text = MarkdownLine(line).text
        if let fence {
            if text.hasPrefix(fence), text.allSatisfy({ $0 == fence.first || $0 == " " }) {
                endFence()
            } else {
                code.append(line)
            }
            return true
        }
        guard text.hasPrefix("```") || text.hasPrefix("~~~") else { return false }
        try finish()
        fence = text.prefix { $0 == text.first }
        return true
    }

    private mutating func endFence() {
        ledger.add(
            "code block", .notText, characters: TextLines.collapsed(code.joined(separator: " ")).unicodeScalars.count)
        fence = nil
        code = []
    }
}
