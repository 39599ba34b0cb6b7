import TemaModel
import TemaTables

extension ReportContent {
    /// The inputs, options and problems of the report.
    var origin: ReportSection {
        let book = codes.codebook
        var facts = [
            Fact("Software", .text(provenance.software)),
            Fact("Codebook", .phrase(Phrase("\(book.id), version \(book.version)"))),
            Fact("Codebook read from", .text(provenance.codebookSource)),
            Fact("SHA-256 of the codebook", .text(provenance.codebookHash)),
            Fact("Corpus", .text(provenance.corpus.joined(separator: ", "))),
            Fact("Files with documents", .integer(provenance.files)), Fact("Documents", .integer(provenance.documents)),
            Fact("Codings by", .text(provenance.coder)),
            Fact("Coded kinds of passages", .text(provenance.kinds.map(\.rawValue).joined(separator: ", "))),
            Fact("Coded types of sections", .text(provenance.sections.map(\.rawValue).joined(separator: ", "))),
            Fact("Unit of co-occurrence", .phrase(provenance.unit.noun)),
            Fact("Level", .text(provenance.level.isEmpty ? "–" : provenance.level)),
        ]
        facts += provenance.options
        let count = provenance.problemCount
        facts.append(Fact("Problems", count == 0 ? .phrase(Phrase("none")) : .integer(count)))
        if let date = provenance.date { facts.append(Fact("Date", .text(date))) }
        let values = CellText(.text, for: .people(language))
        let rows = facts.map {
            "<div><dt>\(html.text($0.label))</dt><dd>\(HTML.isolated(values.string($0.value)))</dd></div>\n"
        }.joined()
        var body = "<dl class=\"facts-list\">\n\(rows)</dl>\n"
        if !provenance.problems.isEmpty {
            let shown = provenance.problems.count
            let title =
                shown < count ? Phrase("Problems: the first \(shown) of \(count)") : Phrase("Problems")
            body +=
                "<h3>\(html.text(title))</h3>\n"
                + html.list(provenance.problems.map { Phrase(verbatim: $0.description) })
        }
        body +=
            "<p class=\"facts\">"
            + html.text(
                Phrase(
                    """
                    How everything is counted: \("counting.html"). What the report contains: \("reports.html"). Both are \
                    pages of Tema's documentation.
                    """)) + "</p>\n"
        return ReportSection(
            id: "provenance", title: Phrase("Provenance"), body: html.folded(Phrase("Inputs and options"), body))
    }
}
