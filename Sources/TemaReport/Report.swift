import TemaCharts
import TemaModel
import TemaTables

/// An HTML page with all statistics: charts, tables, quotes, methods and provenance.
///
/// The page loads nothing and contains no scripts. It follows the reader's light or dark mode and prints on A4. The
/// same content produces the same bytes.
public struct Report: Sendable {
    private let content: ReportContent

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - codes: The codes that were counted.
    ///   - tables: The counts of ``ReportStatistics``.
    ///   - provenance: The inputs and options.
    ///   - language: The language of the page, and of the codebook's texts if it has them in this language.
    public init(
        codes: CodeList, tables: ReportTables, provenance: Provenance, language: DisplayLanguage = .english
    ) {
        content = ReportContent(codes: codes, tables: tables, provenance: provenance, language: language)
    }

    /// The sections that have content: results first, then what they are based on.
    private var sections: [ReportSection] {
        let content = content
        var captions = Captions(content.html, content.provenance)
        guard content.provenance.documents > 0 else { return [content.codebook, content.origin] }
        let parts: [(inout Captions) -> ReportSection?] = [
            content.brief, content.frequencies, content.cooccurrence, content.sections, content.years, content.articles,
            content.saturation, content.agreement, content.validation,
            { _ in content.tables.hasQuotes ? content.quotes : nil }, content.documents,
            { _ in content.methods }, content.overview, { _ in content.codebook }, { _ in content.origin },
            { _ in content.tables.hasQuotes ? content.appendix : nil },
        ]
        return parts.compactMap { $0(&captions) }
    }

    /// The page in UTF-8.
    public var html: [UInt8] {
        let sections = self.sections
        let (book, html) = (content.codes.codebook, content.html)
        let name = Phrase("Report: \(book.title.value(in: content.language.tag) ?? book.id)")
        let title = HTML.text(name.text(in: content.language))
        let links = sections.map { "<li><a href=\"#\($0.id)\">\(html.text($0.title))</a></li>\n" }.joined()
        let date = content.provenance.date.map { " · \($0)" } ?? ""
        let documents = Phrase.count(content.provenance.documents, "document").text(in: content.language)
        let line = "\(book.id) \(book.version) · \(documents) · \(content.provenance.software)\(date)"
        let page =
            HTMLPage.start(title: title, style: ReportStyle.text, in: content.language)
            + "<header>\n<h1>\(html.text(name))</h1>\n<p class=\"facts\">\(HTML.text(line))</p>\n</header>\n"
            + "<nav aria-label=\"\(html.text(Phrase("Contents")))\">\n<ol>\n\(links)</ol>\n</nav>\n<main>\n"
            + sections.map { $0.markup(html) }.joined() + "</main>\n" + HTMLPage.end
        return Array(page.utf8)
    }
}
