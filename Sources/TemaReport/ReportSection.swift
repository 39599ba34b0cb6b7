import TemaModel

/// One part of a report: where it is linked to, what it is called, and what stands in it.
struct ReportSection {
    let id: String
    let title: String
    /// HTML, escaped.
    let body: String

    var html: String {
        "<section id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n<h2 id=\"\(id)-title\">\(HTML.text(title))</h2>\n\(body)</section>\n"
    }
}

/// What all parts of a report are made from.
struct ReportContent {
    let codes: CodeList
    let tables: ReportTables
    let provenance: Provenance

    /// Beyond these a part of the report says that it shows not everything.
    static let mostBars = 80
    static let mostMapped = 40
    static let mostArticles = 60
    static let mostNodes = 30
    static let mostEdges = 80
    static let mostPairs = 25
    static let mostRows = 500
    static let mostQuoted = 200

    /// The name of a level, as a plural: themes, codes.
    var levelNoun: String { provenance.level.isEmpty ? "codes" : provenance.level + "s" }
}
