import TemaFormats
import TemaModel

/// The title, abstract and metadata in the header of a TEI document.
struct TEIHeader {
    private let header: XMLNode
    private let source: XMLNode?

    init(_ header: XMLNode) {
        self.header = header
        let description = header.first("fileDesc", "sourceDesc")
        source = description?.first("biblStruct") ?? description?.first("biblFull") ?? description?.first("bibl")
    }

    var title: XMLNode? {
        let titles =
            (header.first("fileDesc", "titleStmt")?.elements("title") ?? [])
            + (source?.first("analytic")?.elements("title") ?? [])
        return titles.first { $0["type"] != "sub" && $0.words != nil }
    }

    var abstract: XMLNode? { header.first("profileDesc", "abstract") }

    /// The parts of the header with their number of Unicode scalars without the abstract, including what became metadata.
    var leftOut: [(name: String, characters: Int)] {
        header.elements.compactMap { part in
            var characters = CharacterCount()
            characters.count(part.elements.filter { $0.name != "abstract" }.map(\.text).joined(separator: " "))
            return characters.total > 0 ? (part.name, characters.total) : nil
        }
    }

    var metadata: Metadata {
        var metadata = Metadata()
        metadata.title = title?.words
        let work = source?.first("analytic") ?? source?.first("monogr")
        let statement = header.first("fileDesc", "titleStmt")?.elements("author") ?? []
        let authors = (work?.elements("author") ?? []).compactMap(Self.name)
        metadata.authors = authors.isEmpty ? statement.compactMap(Self.name) : authors
        let journal = source?.first("monogr")
        if source?.first("analytic") != nil { metadata.journal = journal?.first("title")?.words }
        let imprint = journal?.first("imprint")
        for scope in imprint?.elements("biblScope") ?? [] {
            let value = scope.words
            switch scope["unit"] ?? scope["type"] {
            case "volume", "vol": metadata.volume = value
            case "issue": metadata.issue = value
            case "page", "pp":
                metadata.pages = ReferenceFields.pages(scope["from"], scope["to"]) ?? value
            default: break
            }
        }
        metadata.year = year(imprint)
        for id in source?.all("idno") ?? [] {
            guard let value = id.words else { continue }
            switch id["type"]?.uppercased() {
            case "DOI": metadata.doi = metadata.doi ?? ReferenceFields.doi(value)
            case "PMID": metadata.pmid = metadata.pmid ?? ReferenceFields.pmid(value)
            case "PMCID", "PMC": metadata.pmcid = metadata.pmcid ?? ReferenceFields.pmcid(value)
            default: break
            }
        }
        metadata.keywords = keywords
        metadata.language =
            header["lang"] ?? header.first("profileDesc", "langUsage", "language")?["ident"]
        metadata.licence = header.first("fileDesc", "publicationStmt", "availability", "licence")?["target"]
        return metadata
    }

    private func year(_ imprint: XMLNode?) -> Int? {
        let dates =
            (imprint?.elements("date") ?? []) + (header.first("fileDesc", "publicationStmt")?.elements("date") ?? [])
        return dates.lazy.compactMap { date in
            (date["when"] ?? date.words).flatMap(ReferenceFields.year)
        }.first
    }

    private var keywords: [String] {
        (header.first("profileDesc", "textClass")?.elements("keywords") ?? []).flatMap { list in
            let terms = list.all("term")
            return (terms.isEmpty ? list.all("item") : terms).compactMap(\.words)
        }
    }

    private static func name(_ author: XMLNode) -> String? {
        guard let person = author.first("persName") else { return author.first("orgName")?.words ?? plain(author) }
        let given = person.elements("forename").compactMap(\.words).joined(separator: " ")
        guard let surname = person.first("surname")?.words else { return person.words }
        return given.isEmpty ? surname : "\(surname), \(given)"
    }

    /// The plain text name of an author without child elements. GROBID also writes authors that have only an affiliation.
    private static func plain(_ author: XMLNode) -> String? { author.elements.isEmpty ? author.words : nil }
}
