import TemaModel

/// A document while its article is being read, and until its id is known.
struct ArticleDraft {
    var builder: DocumentBuilder
    var metadata = Metadata()
    var ledger = Ledger()
    /// The ledger's entries by the addresses of their elements' names: labels are left out by the thousand.
    private var noted: [(name: UnsafePointer<UInt8>, reason: Ledger.Reason, entry: Int)] = []
    /// Of a sub-article: its `id`, or `sN`. None of an article.
    var localID: String?
    /// How many sub-articles have begun in it.
    var subArticles = 0
    var children: [ArticleDraft] = []
    /// For each section of the builder's, what decides its type.
    private var sections: [SectionDraft] = []

    private struct SectionDraft {
        var parent: Int?
        var region: SectionType?
        var declared: String?
        var heading = ""
        var isAppendix: Bool
    }

    init(languageTag: String?, fileBytes: Int?) {
        builder = DocumentBuilder(fileBytes: fileBytes)
        metadata.language = languageTag
    }

    /// It and its sub-articles, each before its own.
    var family: [ArticleDraft] { [self] + children.flatMap(\.family) }

    mutating func note(_ omission: Omission) {
        let (name, reason) = (omission.name.pointer, omission.reason)
        if let known = noted.first(where: { $0.name == name && $0.reason == reason }) {
            ledger.add(toEntry: known.entry, characters: omission.characters)
        } else {
            let entry = ledger.add(omission.name.string, reason, characters: omission.characters)
            noted.append((name, reason, entry))
        }
    }

    mutating func addSection(in context: ElementContext, secType: String?, isAppendix: Bool) -> Int32 {
        sections.append(
            SectionDraft(
                parent: context.section.map(Int.init), region: context.region, declared: secType, isAppendix: isAppendix
            ))
        return Int32(truncatingIfNeeded: builder.section(heading: "", parent: context.section.map(Int.init)))
    }

    /// Gives a section its heading; the first one counts.
    mutating func setHeading(_ heading: String, of section: Int) {
        guard sections[section].heading.isEmpty else { return }
        sections[section].heading = heading
        builder.setHeading(heading, of: section)
    }

    /// PMC id, else DOI, else PMID, else publisher id.
    var identity: String? {
        metadata.pmcid ?? metadata.doi ?? metadata.pmid ?? metadata.publisherID
    }

    /// The document, under an id.
    func document(id: String, parent: String?, source: String, types: inout SectionTypes) -> Document {
        var document = builder.finish(id: id, source: source)
        document.parent = parent
        document.metadata = metadata
        document.ledger = ledger
        let sectionTypes = sectionTypes(&types)
        for at in document.passages.indices {
            if let section = document.passages[at].section { document.passages[at].sectionType = sectionTypes[section] }
        }
        return document
    }

    /// The outermost section decides: by its `sec-type`, else by its heading, else by where it stands.
    private func sectionTypes(_ types: inout SectionTypes) -> [SectionType] {
        var all: [SectionType] = []
        for section in sections {
            if section.region == .abstract {
                all.append(.abstract)
            } else if let parent = section.parent {
                all.append(all[parent])
            } else if section.isAppendix {
                all.append(.appendix)
            } else {
                all.append(
                    types.type(secType: section.declared, heading: section.heading) ?? section.region ?? .other)
            }
        }
        return all
    }
}
