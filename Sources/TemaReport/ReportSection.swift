import TemaModel

/// A section of a report: its anchor, its title and its content.
struct ReportSection {
    let id: String
    let title: Phrase
    /// The content as escaped HTML.
    let body: String

    func markup(_ html: HTML) -> String {
        "<section id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n<h2 id=\"\(id)-title\">\(html.text(title))</h2>\n\(body)</section>\n"
    }
}

/// The input of all sections of a report.
struct ReportContent {
    let codes: CodeList
    let tables: ReportTables
    let provenance: Provenance
    let language: DisplayLanguage

    var html: HTML { HTML(language: language) }

    /// The limits of the sections. A section that shows less than everything has a note.
    static let mostBars = 12
    static let mostMapped = 40
    static let mostArticles = 60
    static let mostNodes = 40
    static let mostEdges = 80
    static let mostPairs = 25
    static let mostRows = 500
    static let mostQuoted = 200
    static let mostOpenQuotes = 20
    static let mostReferences = 500

    /// The codes that are paired, compared and quoted: `codes`, or for example `codes of level “theme”`.
    var levelNoun: Phrase {
        provenance.level.isEmpty ? Phrase("codes") : Phrase("codes of level “\(provenance.level)”")
    }
}
