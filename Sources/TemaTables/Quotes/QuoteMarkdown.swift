import TemaModel

/// Quotes as block quotes under the headings of their codes (GitHub Flavored Markdown). Matched words are bold.
struct QuoteMarkdown: TableFormat {
    static let name = "markdown"
    static let summary = "block quotes with their sources, for notes and manuscripts"
    static let carriesNotes = true

    private let title: Phrase
    private let columns: QuoteColumns
    private let language: DisplayLanguage
    private var headings = QuoteHeadings()

    init(_ layout: Table.Layout, options: TableOptions) {
        title = layout.title
        columns = QuoteColumns(layout)
        language = options.language
    }

    mutating func begin(into out: inout [UInt8]) {
        out.write("# \(MarkdownTable.block(title.text(in: language)))\n")
    }

    mutating func add(_ row: Table.Row, into out: inout [UInt8]) {
        let quote = columns.quote(row)
        for (level, name) in headings.new(above: quote) {
            out.write("\n\(String(repeating: "#", count: min(6, level + 1))) \(MarkdownTable.block(name))\n")
        }
        let words = quote.pieces.enumerated().map { index, piece in
            if piece.isMatch { return "**\(MarkdownTable.escaped(piece.text))**" }
            return index == 0 ? MarkdownTable.block(piece.text) : MarkdownTable.escaped(piece.text)
        }.joined()
        let memo = quote.memo.isEmpty ? [] : [Phrase("Memo: \(quote.memo)").text(in: language)]
        let lines = [words] + ([quote.source.text(in: language)] + memo).map { MarkdownTable.escaped($0.visible()) }
        out.write("\n" + lines.map { "> \($0)\n" }.joined(separator: ">\n"))
    }

    mutating func end(notes: [Phrase], into out: inout [UInt8]) {
        guard !notes.isEmpty else { return }
        out.write("\n" + notes.map { "- \(MarkdownTable.block($0.text(in: language)))\n" }.joined())
    }
}
