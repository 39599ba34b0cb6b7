import TemaModel

/// Reads the rows of a table of quotes by the names of its columns.
struct QuoteColumns {
    private let indices: [String: Int]

    init(_ layout: Table.Layout) {
        indices = Dictionary(layout.columns.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    func quote(_ row: Table.Row) -> ShownQuote {
        let cut = text("cut", row)
        let start = integer("text_start", row) ?? 0
        var marks: [Range<Int>] = []
        for case .record(let fields) in list("evidence", row) {
            guard case .integer(let first)? = fields.first(where: { $0.name == "start" })?.value,
                case .integer(let end)? = fields.first(where: { $0.name == "end" })?.value, first < end
            else { continue }
            marks.append(first - start..<end - start)
        }
        var pieces = Self.pieces(text("text", row), marks: marks)
        if cut == "start" || cut == "both" { pieces.insert(ShownQuote.Piece(text: "…", isMatch: false), at: 0) }
        if cut == "end" || cut == "both" { pieces.append(ShownQuote.Piece(text: "…", isMatch: false)) }
        return ShownQuote(
            path: text("code", row).split(separator: "/"), names: texts("code_names", row), pieces: pieces,
            language: text("language", row), source: source(row), memo: text("memo", row))
    }

    private func source(_ row: Table.Row) -> Phrase {
        let (first, last) = (integer("passage", row) ?? 0, integer("last_passage", row))
        let headings = texts("section", row)
        let type = text("section_type", row)
        let section =
            headings.isEmpty ? (type == SectionType.other.rawValue ? "" : type) : headings.joined(separator: " > ")
        let passage =
            if let last, last > first { Phrase("passages \(first) to \(last)") } else { Phrase("passage \(first)") }
        let coder = text("indicator", row).isEmpty ? Phrase("coded by \(text("coder", row))") : Phrase(verbatim: "")
        let parts = [Phrase(verbatim: text("citation", row)), Phrase(verbatim: section), passage, coder]
        return Phrase(verbatim: "(") + parts.joined(separator: ", ") + Phrase(verbatim: ")")
    }

    /// Divides a text at its marked spans. Marks with only white space between them are united, and white space at the ends
    /// of a mark is not marked.
    ///
    /// - Parameter marks: Spans in Unicode scalars of the text, which may overlap.
    /// - Complexity: O(*n* + *m* log *m*) in the length of the text and the number of marks.
    static func pieces(_ text: String, marks: [Range<Int>]) -> [ShownQuote.Piece] {
        let scalars = Array(text.unicodeScalars)
        func isSpace(_ index: Int) -> Bool { scalars[index].properties.isWhitespace }
        var united: [Range<Int>] = []
        for mark in marks.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            var (start, end) = (max(0, mark.lowerBound), min(scalars.count, mark.upperBound))
            while start < end, isSpace(start) { start += 1 }
            while start < end, isSpace(end - 1) { end -= 1 }
            guard start < end else { continue }
            if let last = united.last, last.upperBound >= start || (last.upperBound..<start).allSatisfy(isSpace) {
                united[united.count - 1] = last.lowerBound..<max(last.upperBound, end)
            } else {
                united.append(start..<end)
            }
        }
        var pieces: [ShownQuote.Piece] = []
        func add(_ range: Range<Int>, isMatch: Bool) {
            guard !range.isEmpty else { return }
            pieces.append(ShownQuote.Piece(text: line(scalars[range]), isMatch: isMatch))
        }
        var index = 0
        for mark in united {
            add(index..<mark.lowerBound, isMatch: false)
            add(mark, isMatch: true)
            index = mark.upperBound
        }
        add(index..<scalars.count, isMatch: false)
        return pieces
    }

    /// Returns scalars as one line: line breaks and tabs become one space.
    private static func line(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var line = String.UnicodeScalarView()
        var isBroken = false
        for scalar in scalars {
            let breaks = "\n\r\t\u{2028}\u{2029}".unicodeScalars.contains(scalar)
            if breaks, !isBroken { line.append(" ") }
            if !breaks { line.append(scalar) }
            isBroken = breaks
        }
        return String(line)
    }

    private func cell(_ name: String, _ row: Table.Row) -> Table.Cell { indices[name].map(row.cell) ?? .empty }

    private func text(_ name: String, _ row: Table.Row) -> String {
        if case .text(let text) = cell(name, row) { text } else { "" }
    }

    private func integer(_ name: String, _ row: Table.Row) -> Int? {
        if case .integer(let integer) = cell(name, row) { integer } else { nil }
    }

    private func list(_ name: String, _ row: Table.Row) -> [Table.Cell] {
        if case .list(let items) = cell(name, row) { items } else { [] }
    }

    private func texts(_ name: String, _ row: Table.Row) -> [String] {
        list(name, row).compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
}
