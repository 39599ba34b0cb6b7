import TemaModel

/// A self-contained page of quotes, with matched words marked.
struct QuoteHTML: TableFormat {
    static let name = "html"
    static let summary = "one self-contained web page of quotes with their sources"
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
        let title = Self.text(title.text(in: language))
        out.write(HTMLPage.start(title: title, style: Self.style, in: language) + "<main>\n<h1>\(title)</h1>\n")
    }

    mutating func add(_ row: Table.Row, into out: inout [UInt8]) {
        let quote = columns.quote(row)
        for (level, name) in headings.new(above: quote) {
            let tag = "h\(min(6, level + 1))"
            out.write("<\(tag)>\(Self.text(name))</\(tag)>\n")
        }
        let words = quote.pieces.map { $0.isMatch ? "<mark>\(Self.text($0.text))</mark>" : Self.text($0.text) }.joined()
        let tag = quote.language.isLanguageTag ? " lang=\"\(quote.language)\"" : ""
        let memo =
            quote.memo.isEmpty
            ? "" : "<p dir=\"auto\">\(Self.text(Phrase("Memo: \(quote.memo)").text(in: language)))</p>\n"
        out.write(
            "<blockquote>\n<p\(tag) dir=\"auto\">\(words)</p>\n<p class=\"source\" dir=\"auto\">"
                + "\(Self.text(quote.source.text(in: language)))</p>\n\(memo)</blockquote>\n")
    }

    mutating func end(notes: [Phrase], into out: inout [UInt8]) {
        if !notes.isEmpty {
            out.write("<ul>\n" + notes.map { "<li>\(Self.text($0.text(in: language)))</li>\n" }.joined() + "</ul>\n")
        }
        out.write("</main>\n" + HTMLPage.end)
    }

    private static func text(_ text: String) -> String { text.visible().escapedAsMarkup }

    private static let style =
        HTMLPage.style + """

            h1, h2, h3, h4, h5, h6, blockquote { max-width: 45rem }
            h1 { font-size: 1.5rem }
            h2 { font-size: 1.25rem; margin-top: 2rem }
            h3, h4, h5, h6 { font-size: 1.05rem }
            blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line) }
            blockquote p { margin: 0 }
            .source { color: var(--soft); font-size: .9rem }
            mark { color: inherit; background: none; font-weight: 650; text-decoration: underline var(--bar) 2px }
            @media print { blockquote { break-inside: avoid } }
            """
}

extension String {
    /// Whether the text has the form of a language tag, so that a page or a document may contain it.
    var isLanguageTag: Bool {
        let parts = split(separator: "-", omittingEmptySubsequences: false)
        return (2...3).contains(parts.first?.utf8.count ?? 0)
            && parts.allSatisfy { part in
                (1...8).contains(part.utf8.count)
                    && part.unicodeScalars.allSatisfy {
                        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                    }
            }
    }
}
