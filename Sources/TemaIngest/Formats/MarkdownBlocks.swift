import TemaModel

/// Splits Markdown into passages: headings, paragraphs, list items, quotes, definitions, notes and table rows.
struct MarkdownBlocks {
    /// Lines that are not prose: a fenced code block, a comment, or a script.
    private struct Omission {
        var name: String
        var end: String
        var characters = CharacterCount()
    }

    private(set) var prose = Prose()

    private let language: String?
    private let references: MarkdownReferences
    private var open: [Substring] = []
    private var kind: PassageKind = .paragraph
    private var omission: Omission?

    init(language: String?, _ references: MarkdownReferences) {
        (self.language, self.references) = (language, references)
    }

    /// Adds the passages of all lines to ``prose``.
    ///
    /// - Throws: A ``Problem`` if the document is too long.
    mutating func read(_ lines: some Collection<Substring>) throws(Problem) {
        var isTable = false
        for (line, next) in zip(lines, lines.dropFirst().map(Optional.some) + [nil]) {
            guard let rest = try readOmission(line) else { continue }
            let (text, next) = (MarkdownLine(rest), MarkdownLine(next ?? ""))
            if isTable, text.isRow {
                if !text.isDelimiterRow { try addRow(text) }
                continue
            }
            isTable = text.isRow && next.isDelimiterRow
            if isTable {
                try finish()
                try addRow(text)
            } else {
                try read(text, next: next)
            }
        }
        try finish()
        endOmission()
    }

    private mutating func read(_ line: MarkdownLine, next: MarkdownLine) throws(Problem) {
        if line.isBlank {
            // A blank line can be between a term and its definition.
            return isTerm && next.definition != nil ? () : try finish()
        }
        if let (level, heading) = line.heading { return try addHeading(level, heading) }
        if let level = line.underlineLevel, !open.isEmpty, kind == .paragraph {
            let heading = open.joined(separator: " ")
            open = []
            return try addHeading(level, MarkdownLine.withoutAttributes(heading[...]))
        }
        if line.isRule || line.isDivision {
            try finish()
            kind = .paragraph
        } else if let item = line.item {
            try begin(.listItem, item)
        } else if let (label, text) = line.reference, label.first == "^" || open.isEmpty {
            if label.first == "^" { return try begin(.footnote, text) }
            prose.ledger.add("link target", .notText, characters: text.unicodeScalars.count)
        } else if let text = line.definition, isTerm || kind == .definition {
            kind = .definition
            try begin(.definition, text)
        } else if let quote = line.quote {
            if kind != .quote || open.isEmpty { try finish() }
            kind = .quote
            let inner = MarkdownLine(quote)
            if inner.isBlank { try finish() } else { open.append(inner.quote ?? quote) }
        } else {
            if kind == .definition, !line.isIndented, next.definition != nil { try finish() }
            let continues = line.isIndented && [.listItem, .footnote, .definition].contains(kind)
            if open.isEmpty, !continues { kind = .paragraph }
            open.append(line.verse ?? line.text)
        }
    }

    /// Whether the open block is one line of text, which a definition can follow.
    private var isTerm: Bool { kind == .paragraph && open.count == 1 }

    private mutating func begin(_ kind: PassageKind, _ text: Substring) throws(Problem) {
        try finish()
        self.kind = kind
        open = [text]
    }

    private mutating func finish() throws(Problem) {
        guard !open.isEmpty else { return }
        let text = MarkdownInline(open.joined(separator: " "), references)
        open = []
        try append(text, kind)
        try prose.finish()
        try addNotes(of: [text])
    }

    private mutating func addHeading(_ level: Int, _ heading: Substring) throws(Problem) {
        try finish()
        kind = .paragraph
        let text = MarkdownInline(String(heading), references)
        try append(text, .heading)
        try prose.finishHeading(level: level)
        try addNotes(of: [text])
    }

    private mutating func addRow(_ line: MarkdownLine) throws(Problem) {
        kind = .paragraph
        let cells = line.cells.map { MarkdownInline(String($0), references) }
        for cell in cells {
            prose.beginCell()
            try append(cell, .tableRow)
        }
        try prose.finish()
        try addNotes(of: cells)
    }

    private mutating func append(_ text: MarkdownInline, _ kind: PassageKind) throws(Problem) {
        try prose.append(text.plain, Prose.Style(kind: kind, language: language))
        for part in text.omitted { prose.ledger.add(part.name, part.reason, characters: part.characters) }
    }

    /// Adds the notes that are written in a text, after its passage.
    private mutating func addNotes(of texts: [MarkdownInline]) throws(Problem) {
        for note in texts.flatMap(\.notes) {
            try prose.append(note, Prose.Style(kind: .footnote, language: language))
            try prose.finish()
        }
    }

    /// The elements whose content is not prose, by the beginning of their first line.
    private static let elements = [
        ("comment", "<!--", "-->"), ("script", "<script>", "</script>"), ("script", "<script ", "</script>"),
        ("style", "<style>", "</style>"), ("style", "<style ", "</style>"),
    ]

    /// Reads a line that is not prose, or the part of it that is not.
    ///
    /// - Returns: The rest of the line, or nil if there is none.
    private mutating func readOmission(_ line: Substring) throws(Problem) -> Substring? {
        var text = MarkdownLine(line).text
        if omission == nil {
            if let fence = MarkdownLine(line).fence {
                try finish()
                omission = Omission(name: "code block", end: String(fence))
                return nil
            }
            guard let (name, start, end) = Self.elements.first(where: { text.hasPrefix($0.1) }) else { return line }
            try finish()
            omission = Omission(name: name, end: end)
            text = text.dropFirst(start.count)
        }
        guard let end = omission?.end else { return line }
        if end.allSatisfy({ $0 == end.first }) {
            if text.hasPrefix(end), text.allSatisfy({ $0 == end.first }) { endOmission() } else { omit(line) }
            return nil
        }
        let found = text.firstRange(of: end)
        omit(text[..<(found?.lowerBound ?? text.endIndex)])
        guard let found else { return nil }
        endOmission()
        let rest = text[found.upperBound...]
        return MarkdownLine(rest).isBlank ? nil : rest
    }

    private mutating func omit(_ text: Substring) { omission?.characters.count(text + "\n") }

    private mutating func endOmission() {
        if let omission { prose.ledger.add(omission.name, .notText, characters: omission.characters.total) }
        omission = nil
    }
}
