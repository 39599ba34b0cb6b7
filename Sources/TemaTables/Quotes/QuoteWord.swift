import TemaModel

/// A document of Word with a heading for each code, its quotes with the matched words in bold, and their sources.
///
/// Copies share one document.
struct QuoteWord: TableFormat {
    static let name = "docx"
    static let summary = "a Word document of quotes with their sources, under a heading for each code"
    static let carriesNotes = true
    static let isText = false

    private let title: String
    private let columns: QuoteColumns
    private let options: TableOptions
    private var headings = QuoteHeadings()
    private var file: File?
    private var problem: Problem?

    /// The document. `@unchecked` because libarchive's pointer is not `Sendable`; a document has one writer at a time.
    private struct File: @unchecked Sendable {
        var document: WordWriter
    }

    init(_ layout: Table.Layout, options: TableOptions) {
        title = layout.title.text(in: options.language)
        columns = QuoteColumns(layout)
        self.options = options
    }

    mutating func begin(into out: inout [UInt8]) {
        do throws(Problem) {
            file = File(document: try WordWriter(title: title, language: options.language.tag))
        } catch { problem = error }
        add(title, style: .title)
    }

    mutating func add(_ row: Table.Row, into out: inout [UInt8]) {
        let quote = columns.quote(row)
        for (level, name) in headings.new(above: quote) { add(name, style: .heading(level)) }
        add(
            quote.pieces.map { WordWriter.Run(text: $0.text, isBold: $0.isMatch, language: quote.language) },
            style: .quote)
        add(quote.source.text(in: options.language), style: .source)
        if !quote.memo.isEmpty { add(Phrase("Memo: \(quote.memo)").text(in: options.language), style: .source) }
        if let file { out += file.document.take() }
    }

    mutating func end(notes: [Phrase], into out: inout [UInt8]) throws(Problem) {
        add(Phrase("Notes").text(in: options.language), style: .heading(1))
        for note in notes { add(note.text(in: options.language), style: .note) }
        for fact in options.provenance {
            let value = CellText(.text, for: .people(options.language)).string(fact.value)
            add("\(fact.label.text(in: options.language)): \(value)", style: .note)
        }
        if let problem { throw problem }
        if let rest = try file?.document.finish() { out += rest }
    }

    private mutating func add(_ text: String, style: WordStyles.Style) {
        add([WordWriter.Run(text: text.replacing("\n", with: " "))], style: style)
    }

    private mutating func add(_ runs: [WordWriter.Run], style: WordStyles.Style) {
        // A problem is thrown at the end. Nothing is written after it.
        guard problem == nil else { return }
        do throws(Problem) { try file?.document.add(runs, style: style) } catch { problem = error }
    }
}
