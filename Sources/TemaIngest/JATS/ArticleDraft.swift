import TemaFormats
import TemaModel

/// A document under construction, before its id is known.
struct ArticleDraft {
    var builder: DocumentBuilder
    var metadata = Metadata()
    var ledger = Ledger()
    /// The ledger's entries by the addresses of their element names. A file can have thousands of omitted labels, so the
    /// lookup compares addresses, not strings.
    private var noted: [(name: UnsafePointer<UInt8>, reason: Ledger.Reason, entry: Int)] = []
    /// The `id` of a sub-article, or `sN` if it has none; nil for an article.
    var localID: String?
    /// The number of sub-articles that have begun in this document.
    var subArticles = 0
    var children: [ArticleDraft] = []
    /// The titles that are interrupted by a footnote, outermost first.
    var interruptedTitles: [InterruptedTitle] = []
    /// The passages of footnotes in a title that has not ended.
    private var titleNotes: [TitleNote] = []
    private var titleNoteBytes = 0
    /// What determines the type of each section of the builder.
    private var sections: [SectionDraft] = []

    private struct SectionDraft {
        var parent: Int?
        var region: SectionType?
        var declared: String?
        var heading = ""
        var isAppendix: Bool
    }

    private struct TitleNote {
        let bytes: [UInt8]
        let passage: PassageBuffer.Passage
        let language: String?
        /// The number of titles that contain the footnote, as long as the innermost of them has not ended.
        var level: Int
    }

    init(languageTag: String?, fileBytes: Int?) {
        builder = DocumentBuilder(fileBytes: fileBytes)
        metadata.language = languageTag
    }

    /// Adds a passage, or keeps it if it is in a footnote of a title.
    ///
    /// - Throws: A ``Problem`` if the text would exceed ``Limits/documentBytes``.
    mutating func add(
        _ bytes: ArraySlice<UInt8>, _ passage: PassageBuffer.Passage, language: String?
    ) throws(Problem) {
        let level = interruptedTitles.count
        guard level == 0 else {
            let note = TitleNote(bytes: Array(bytes), passage: passage, language: language, level: level)
            titleNotes.insert(note, at: (titleNotes.lastIndex { $0.level <= level } ?? -1) + 1)
            titleNoteBytes += bytes.count
            guard titleNoteBytes <= Limits.documentBytes else { throw DocumentBuilder.tooLong }
            return
        }
        try builder.add(
            bytes, kind: passage.kind, sectionType: passage.region ?? .other, section: passage.section.map(Int.init),
            language: language)
    }

    /// Adds the footnotes of the title that has ended, if there are any.
    ///
    /// - Throws: A ``Problem`` if the text would exceed ``Limits/documentBytes``.
    mutating func addTitleNotes() throws(Problem) {
        guard !titleNotes.isEmpty else { return }
        let level = interruptedTitles.count
        guard level == 0 else {
            for index in titleNotes.indices.reversed().prefix(while: { titleNotes[$0].level > level }) {
                titleNotes[index].level = level
            }
            return
        }
        let notes = titleNotes
        (titleNotes, titleNoteBytes) = ([], 0)
        for note in notes { try add(note.bytes[...], note.passage, language: note.language) }
    }

    /// Adds an omitted element to the ledger.
    mutating func note(_ omission: Omission) {
        let (name, reason) = (omission.name.pointer, omission.reason)
        if let known = noted.first(where: { $0.name == name && $0.reason == reason }) {
            ledger.add(toEntry: known.entry, characters: omission.characters)
        } else {
            let entry = ledger.add(omission.name.string, reason, characters: omission.characters)
            noted.append((name, reason, entry))
        }
    }

    /// Adds a section without a heading and returns its index.
    mutating func addSection(in context: ElementContext, secType: String?, isAppendix: Bool) -> Int32 {
        sections.append(
            SectionDraft(
                parent: context.section.map(Int.init), region: context.region, declared: secType, isAppendix: isAppendix
            ))
        return Int32(truncatingIfNeeded: builder.section(heading: "", parent: context.section.map(Int.init)))
    }

    /// Sets the heading of a section, unless it already has one.
    mutating func setHeading(_ heading: String, of section: Int) {
        guard sections[section].heading.isEmpty else { return }
        sections[section].heading = heading
        builder.setHeading(heading, of: section)
    }

    /// The PMC id, else the DOI, else the PMID, else the publisher id, else nil.
    var identity: String? {
        metadata.pmcid ?? metadata.doi ?? metadata.pmid ?? metadata.publisherID
    }

    /// Returns the finished document.
    ///
    /// - Parameters:
    ///   - parent: The id of the parent document if this is a sub-article.
    ///   - source: The name of the file.
    func document(id: String, parent: String?, source: String, types: inout SectionTypes) -> Document {
        var document = builder.finish(id: id, source: source)
        document.parent = parent
        document.metadata = metadata
        document.ledger = ledger
        let sectionTypes = sectionTypes(&types)
        for position in document.passages.indices {
            if let section = document.passages[position].section {
                document.passages[position].sectionType = sectionTypes[section]
            }
        }
        return document
    }

    /// Returns the type of each section. The outermost section decides: by its `sec-type`, else its heading, else the
    /// part of the article that it is in.
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

/// An element that is omitted from the text, with its number of characters.
struct Omission {
    let name: XMLName
    let reason: Ledger.Reason
    /// The Unicode scalars that are not white space, and the runs of them between white space.
    private var (scalars, runs) = (0, 0)
    private var lastByte: UInt8 = 0x20

    /// The number of Unicode scalars so far. A run of white space counts as one; white space at the ends does not count.
    var characters: Int { scalars + max(0, runs - 1) }

    init(_ name: XMLName, _ reason: Ledger.Reason) {
        self.name = name
        self.reason = reason
    }

    /// Counts the characters of UTF-8. White space in XML is every byte up to a space, because no other control character is
    /// allowed.
    mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Without branches and with local copies, because front matter is long, and each byte is examined.
        var (scalars, runs, lastByte) = (scalars, runs, lastByte)
        for byte in bytes {
            let isText = byte > 0x20
            scalars &+= isText && byte & 0xC0 != 0x80 ? 1 : 0
            runs &+= isText && lastByte <= 0x20 ? 1 : 0
            lastByte = byte
        }
        (self.scalars, self.runs, self.lastByte) = (scalars, runs, lastByte)
    }
}
