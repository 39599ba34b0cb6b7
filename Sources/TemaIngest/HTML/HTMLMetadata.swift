import TemaFormats
import TemaModel

/// The metadata of an HTML page: `citation_…` elements as read by Google Scholar, Dublin Core, and other `meta` elements.
struct HTMLMetadata {
    var pageTitle: String?
    /// The values of each name, in document order. Names are in lower case.
    private var values: [String: [String]] = [:]

    /// The maximum number of values. A page with more is not an article.
    private static let most = 10_000
    private var count = 0

    /// Adds the name and content of a `meta` element.
    mutating func take(_ meta: XMLNode) {
        guard let name = meta["name"] ?? meta["property"], let content = meta["content"],
            count < Self.most
        else { return }
        let value = TextLines.collapsed(content)
        guard !value.isEmpty else { return }
        count += 1
        // `dc.title`, `DC.Title` and `dcterms.title` are equivalent.
        var key = name.lowercased()
        if key.hasPrefix("dcterms.") { key = "dc." + key.dropFirst(8) }
        values[key, default: []].append(value)
    }

    func metadata(firstHeading: String?) -> Metadata {
        func first(_ names: String...) -> String? { names.lazy.compactMap { values[$0]?.first }.first }
        func all(_ names: String...) -> [String] { names.lazy.compactMap { values[$0] }.first ?? [] }
        var metadata = Metadata()
        metadata.title =
            first("citation_title", "dc.title") ?? pageTitle.map(TextLines.collapsed).flatMap { $0.isEmpty ? nil : $0 }
            ?? first("og:title") ?? firstHeading
        metadata.authors = all("citation_author", "dc.creator", "author").map(Self.name)
        metadata.year =
            first(
                "citation_publication_date", "citation_date", "citation_year", "citation_online_date", "dc.date",
                "dc.issued",
                "article:published_time"
            ).flatMap(ReferenceFields.year)
        metadata.journal = first("citation_journal_title", "citation_conference_title", "dc.source")
        metadata.volume = first("citation_volume")
        metadata.issue = first("citation_issue")
        metadata.pages = ReferenceFields.pages(first("citation_firstpage"), first("citation_lastpage"))
        metadata.doi = first("citation_doi", "dc.identifier", "prism.doi").flatMap(ReferenceFields.doi)
        metadata.pmid = first("citation_pmid").flatMap(ReferenceFields.pmid)
        metadata.pmcid = first("citation_pmcid").flatMap(ReferenceFields.pmcid)
        metadata.language = first("citation_language", "dc.language")
        metadata.keywords = all("citation_keywords", "dc.subject", "keywords").flatMap { value in
            value.split { $0 == ";" || $0 == "," }.map(TextLines.collapsed).filter { !$0.isEmpty }
        }
        metadata.articleType = first("citation_article_type", "dc.type")
        metadata.licence = first("dc.rights", "dc.license")
        return metadata
    }

    /// Converts `Given names Surname` to `Surname, Given names`.
    private static func name(_ text: String) -> String {
        guard !text.contains(","), let space = text.lastIndex(of: " ") else { return text }
        return "\(text[text.index(after: space)...]), \(text[..<space])"
    }
}
