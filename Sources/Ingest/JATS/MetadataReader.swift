import Model

/// Reads a document's metadata out of its front matter.
struct MetadataReader {
    /// An element whose text is wanted, while it is open.
    private struct Capture {
        var depth: Int
        var text = CollapsedText()
        var attribute: String?
        /// What is nested in a collaboration from here on is its members, not its name.
        var isClosed = false
    }

    private var path: [String] = []
    private var captures: [Capture] = []
    private var person = Person()
    private var isAuthor = false
    private var dateType: String?
    private var custom = ""

    private struct Person {
        var surname = ""
        var given = ""
        var name = ""
        var string: String { surname.isEmpty ? name : given.isEmpty ? surname : "\(surname), \(given)" }
    }

    private static let wanted: Set<String> = [
        "article-id", "journal-title", "abbrev-journal-title", "subject", "surname", "given-names", "string-name",
        "collab",
        "year", "volume", "issue", "fpage", "lpage", "elocation-id", "page-range", "kwd", "license_ref", "meta-name",
        "meta-value",
    ]

    mutating func start(_ name: String, _ attributes: XMLAttributes) {
        path.append(name)
        switch name {
        case "contrib-group":
            for at in captures.indices { captures[at].isClosed = true }
        case "contrib" where !path.contains("collab"):
            person = Person()
            isAuthor = attributes["contrib-type"].map { $0 == "author" } ?? true
        case "pub-date": dateType = attributes["pub-type"] ?? attributes["date-type"] ?? ""
        case "license":
            captures.append(Capture(depth: path.count, attribute: attributes["href"] ?? attributes["license-type"]))
        default:
            if Self.wanted.contains(name) {
                captures.append(Capture(depth: path.count, attribute: attributes["pub-id-type"]))
            }
        }
    }

    mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        for at in captures.indices where !captures[at].isClosed { captures[at].text.append(bytes) }
    }

    mutating func end(_ metadata: inout Metadata) {
        guard let name = path.last else { return }
        if let capture = captures.last, capture.depth == path.count {
            captures.removeLast()
            keep(capture.text.string, name, capture.attribute, &metadata)
        } else if name == "contrib", !path.contains("collab"), isAuthor, !person.string.isEmpty {
            metadata.authors.append(person.string)
        }
        path.removeLast()
    }

    private mutating func keep(_ text: String, _ name: String, _ attribute: String?, _ metadata: inout Metadata) {
        let parent = path.count > 1 ? path[path.count - 2] : ""
        switch name {
        case "license": metadata.licence = metadata.licence ?? attribute
        case "license_ref" where !text.isEmpty: metadata.licence = text
        case _ where text.isEmpty: break
        case "article-id": keepID(text, attribute, &metadata)
        case "journal-title": metadata.journal = metadata.journal ?? text
        case "abbrev-journal-title" where metadata.journal == nil: metadata.journal = text
        case "subject": metadata.subjects.append(text)
        case "kwd": metadata.keywords.append(text)
        case "year" where parent == "pub-date": keepYear(text, &metadata)
        case "meta-name": custom = text
        case "meta-value" where !custom.isEmpty:
            metadata.variables.append(Metadata.Variable(name: custom, values: [text]))
            custom = ""
        case "surname", "given-names", "string-name", "collab": keepName(text, name)
        default: if path.count == 1 { keepPlace(text, name, &metadata) }
        }
    }

    private func keepID(_ text: String, _ type: String?, _ metadata: inout Metadata) {
        switch type {
        case "pmc", "pmcid":
            let digits = text.lowercased().hasPrefix("pmc") ? String(text.dropFirst(3)) : text
            metadata.pmcid = metadata.pmcid ?? "PMC" + digits
        case "doi": metadata.doi = metadata.doi ?? text
        case "pmid": metadata.pmid = metadata.pmid ?? text
        case "publisher-id": metadata.publisherID = metadata.publisherID ?? text
        default: break
        }
    }

    /// The earliest year of publication; a repository's own dates say nothing about it.
    private func keepYear(_ text: String, _ metadata: inout Metadata) {
        let type = (dateType ?? "").lowercased()
        let isOther = ["release", "preprint", "nihms", "retract", "correct", "received", "accepted"].contains {
            type.contains($0)
        }
        guard !isOther, let year = Int(text), (1000...9999).contains(year) else { return }
        metadata.year = min(metadata.year ?? year, year)
    }

    private mutating func keepName(_ text: String, _ name: String) {
        guard path.contains("contrib"), !path.dropLast().contains("collab") else { return }
        switch name {
        case "surname" where person.surname.isEmpty: person.surname = text
        case "given-names" where person.given.isEmpty: person.given = text
        case "string-name", "collab": person.name = person.name.isEmpty ? text : person.name
        default: break
        }
    }

    private func keepPlace(_ text: String, _ name: String, _ metadata: inout Metadata) {
        switch name {
        case "volume": metadata.volume = metadata.volume ?? text
        case "issue": metadata.issue = metadata.issue ?? text
        case "fpage": metadata.pages = text
        case "lpage":
            if let first = metadata.pages, first != text { metadata.pages = "\(first)-\(text)" }
        case "page-range", "elocation-id": metadata.pages = metadata.pages ?? text
        default: break
        }
    }
}
