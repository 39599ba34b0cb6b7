import TemaFormats
import TemaModel

/// Reads the metadata of a document from its front matter.
struct MetadataReader {
    /// An open element whose text is captured.
    private struct Capture {
        var depth = 0
        var text = CollapsedText()
        var attribute: String?
        /// Whether a nested `contrib-group` has begun: what follows in a collaboration is its members, not its name.
        var isClosed = false
    }

    private var path: [MetadataElement] = []
    /// The captures. Those in use come first; the others are kept to reuse their memory.
    private var captures: [Capture] = []
    private var captureCount = 0
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

    /// Resets the reader for the next file.
    mutating func reset() {
        path.removeAll(keepingCapacity: true)
        captureCount = 0
        for index in captures.indices { captures[index].text.reset() }
        (person, isAuthor, dateType, custom) = (Person(), false, nil, "")
    }

    mutating func start(_ element: MetadataElement, _ attributes: XMLAttributes) {
        path.append(element)
        switch element {
        case .contributors:
            for index in 0..<captureCount { captures[index].isClosed = true }
        case .contributor where !path.contains(.collaboration):
            person = Person()
            isAuthor = attributes["contrib-type"].map { $0 == "author" } ?? true
        case .publicationDate: dateType = attributes["pub-type"] ?? attributes["date-type"] ?? ""
        case .licence:
            capture(attributes["href"] ?? attributes["license-type"])
        case _ where element.hasText:
            capture(element == .articleID ? attributes["pub-id-type"] : nil)
        default: break
        }
    }

    private mutating func capture(_ attribute: String?) {
        if captureCount == captures.count { captures.append(Capture()) }
        captures[captureCount].text.clear()
        (captures[captureCount].depth, captures[captureCount].attribute) = (path.count, attribute)
        captures[captureCount].isClosed = false
        captureCount += 1
    }

    mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        for index in 0..<captureCount where !captures[index].isClosed { captures[index].text.append(bytes) }
    }

    mutating func end(_ metadata: inout Metadata) {
        guard let element = path.last else { return }
        if captureCount > 0, captures[captureCount - 1].depth == path.count {
            captureCount -= 1
            keep(
                captures[captureCount].text.string, element, attribute: captures[captureCount].attribute,
                metadata: &metadata)
        } else if element == .contributor, !path.contains(.collaboration), isAuthor, !person.string.isEmpty {
            metadata.authors.append(person.string)
        }
        path.removeLast()
    }

    private mutating func keep(
        _ text: String, _ element: MetadataElement, attribute: String?, metadata: inout Metadata
    ) {
        let parent = path.count > 1 ? path[path.count - 2] : .other
        switch element {
        case .licence: metadata.licence = metadata.licence ?? attribute
        case .licenceReference where !text.isEmpty: metadata.licence = text
        case _ where text.isEmpty: break
        case .articleID: keepID(text, attribute, metadata: &metadata)
        case .journalTitle: metadata.journal = metadata.journal ?? text
        case .abbreviatedTitle where metadata.journal == nil: metadata.journal = text
        case .subject: metadata.subjects.append(text)
        case .keyword: metadata.keywords.append(text)
        case .year where parent == .publicationDate: keepYear(text, &metadata)
        case .variableName: custom = text
        case .variableValue where !custom.isEmpty:
            metadata.variables.append(Metadata.Variable(name: custom, values: [text]))
            custom = ""
        case .surname, .givenNames, .stringName, .collaboration: keepName(text, element)
        default: if path.count == 1 { keepPlace(text, element, metadata: &metadata) }
        }
    }

    private func keepID(_ text: String, _ type: String?, metadata: inout Metadata) {
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

    /// Keeps the earliest year of publication. Dates of a repository, a preprint or the editorial process are ignored.
    private func keepYear(_ text: String, _ metadata: inout Metadata) {
        let type = (dateType ?? "").lowercased()
        let isOther =
            !Self.usualDates.contains(type)
            && ["release", "preprint", "nihms", "retract", "correct", "received", "accepted"].contains {
                type.contains($0)
            }
        guard !isOther, let year = Int(text), (1000...9999).contains(year) else { return }
        metadata.year = min(metadata.year ?? year, year)
    }

    /// The most frequent types of publication dates, checked first to save time.
    private static let usualDates: Set<String> = ["", "pub", "epub", "ppub", "epub-ppub", "collection"]

    private mutating func keepName(_ text: String, _ element: MetadataElement) {
        guard path.contains(.contributor), !path.dropLast().contains(.collaboration) else { return }
        switch element {
        case .surname where person.surname.isEmpty: person.surname = text
        case .givenNames where person.given.isEmpty: person.given = text
        case .stringName, .collaboration: person.name = person.name.isEmpty ? text : person.name
        default: break
        }
    }

    private func keepPlace(_ text: String, _ element: MetadataElement, metadata: inout Metadata) {
        switch element {
        case .volume: metadata.volume = metadata.volume ?? text
        case .issue: metadata.issue = metadata.issue ?? text
        case .firstPage: metadata.pages = text
        case .lastPage:
            if let first = metadata.pages, first != text { metadata.pages = "\(first)-\(text)" }
        case .pageRange, .locationID: metadata.pages = metadata.pages ?? text
        default: break
        }
    }
}
