import TemaModel

/// Quotes for the terminal, in lines of the options' width. Matched words are between asterisks.
struct QuoteText: TableFormat {
    static let name = "text"
    static let summary = "quotes with their sources, for reading at a terminal"
    static let carriesNotes = true

    private static let indent = "  "

    private let title: Phrase
    private let columns: QuoteColumns
    private let width: Int
    private let language: DisplayLanguage
    private var headings = QuoteHeadings()

    init(_ layout: Table.Layout, options: TableOptions) {
        title = layout.title
        columns = QuoteColumns(layout)
        width = max(20, options.width)
        language = options.language
    }

    mutating func begin(into out: inout [UInt8]) {
        for line in title.text(in: language).visible().wrapped(to: width) { out.write(line + "\n") }
    }

    mutating func add(_ row: Table.Row, into out: inout [UInt8]) {
        let quote = columns.quote(row)
        if !headings.new(above: quote).isEmpty {
            let lines = quote.names.joined(separator: " > ").visible().wrapped(to: width)
            let longest = lines.map { DisplayWidth.of($0) }.max() ?? 0
            out.write("\n" + lines.map { $0 + "\n" }.joined() + String(repeating: "─", count: longest) + "\n")
        } else {
            out.write("\n")
        }
        let words = quote.pieces.map { $0.isMatch ? "*\($0.text)*" : $0.text }.joined()
        let memo = quote.memo.isEmpty ? [] : [Phrase("Memo: \(quote.memo)").text(in: language)]
        for text in ["“\(words)”", quote.source.text(in: language)] + memo {
            for line in text.visible().wrapped(to: width - Self.indent.count) { out.write(Self.indent + line + "\n") }
        }
    }

    mutating func end(notes: [Phrase], into out: inout [UInt8]) {
        out.write("\n")
        for line in notes.flatMap({ $0.text(in: language).visible().wrapped(to: width) }) { out.write(line + "\n") }
    }
}
