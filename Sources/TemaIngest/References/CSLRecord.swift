import TemaFormats
import TemaModel

/// A CSL-JSON item.
struct CSLRecord {
    private let fields: [String: JSONValue]

    init(_ members: [JSONValue.Member]) {
        fields = Dictionary(members.map { ($0.name, $0.value) }) { $1 }
    }

    private func first(_ names: String...) -> String? {
        names.lazy.compactMap { fields[$0]?.strings.first { !$0.isEmpty } }.first
    }

    /// The fields that become text or metadata. All others are in the ledger.
    private static let known: Set<String> = [
        "id", "type", "title", "abstract", "author", "issued", "container-title", "volume", "issue", "page", "number",
        "DOI",
        "PMID", "PMCID", "language", "keyword", "categories", "URL", "ISSN", "ISBN", "publisher", "subject",
    ]

    func reference(line: Int) -> Reference {
        var reference = Reference(line: line)
        if let title = first("title") { reference.addTitle(MarkedText.plain(title)) }
        if let abstract = first("abstract") { reference.addAbstract(marked: abstract) }
        reference.key = first("id")
        if case .list(let authors)? = fields["author"] { reference.metadata.authors = authors.compactMap(Self.name) }
        reference.metadata.year = year
        reference.metadata.journal = first("container-title").map(MarkedText.plain)
        reference.metadata.volume = first("volume")
        reference.metadata.issue = first("issue")
        reference.metadata.pages = first("page", "number").map(ReferenceFields.pages)
        reference.metadata.doi = first("DOI").flatMap(ReferenceFields.doi)
        reference.metadata.pmid = first("PMID").flatMap(ReferenceFields.pmid)
        reference.metadata.pmcid = first("PMCID").flatMap(ReferenceFields.pmcid)
        reference.metadata.language = first("language")
        reference.metadata.keywords =
            (fields["keyword"]?.strings ?? []).flatMap { $0.split { $0 == "," || $0 == ";" } }.map(TextLines.collapsed)
            .filter { !$0.isEmpty }
        reference.metadata.subjects = (fields["categories"]?.strings ?? []) + (fields["subject"]?.strings ?? [])
        reference.metadata.articleType = first("type")
        for (field, name) in [("URL", "url"), ("ISSN", "issn"), ("ISBN", "isbn"), ("publisher", "publisher")] {
            for value in fields[field]?.strings ?? [] { reference.addVariable(name, value) }
        }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) where !Self.known.contains(name) {
            let text = value.strings.joined(separator: " ")
            if !text.isEmpty { reference.noteOmission(name, text) }
        }
        return reference
    }

    private var year: Int? {
        guard let date = fields["issued"], case .object = date else {
            return first("issued").flatMap(ReferenceFields.year)
        }
        return ["date-parts", "raw", "literal", "year"].lazy.compactMap { part in
            date[part]?.strings.first.flatMap(ReferenceFields.year)
        }.first
    }

    private static func name(_ value: JSONValue) -> String? {
        guard case .object = value else { return value.strings.first }
        func part(_ name: String) -> String? { value[name]?.strings.first.flatMap { $0.isEmpty ? nil : $0 } }
        guard let family = part("family") else { return part("literal") ?? part("name") ?? part("given") }
        let surname = [part("non-dropping-particle"), family].compactMap(\.self).joined(separator: " ")
        let given = [part("given"), part("dropping-particle")].compactMap(\.self).joined(separator: " ")
        return [surname, given, part("suffix") ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
