/// A text to be coded, divided into passages: an article, an interview, a case summary.
///
/// The document's text is the text of its passages joined by blank lines.
public struct Document: Sendable, Hashable {
    /// The PMC id, DOI, PMID, publisher id or file name, the first of these that is known; `PARENT#ID` for a
    /// sub-article.
    public var id: String
    /// The id of the document that this one is a sub-article or response of, or nil.
    public var parent: String?
    /// The file or archive member that the document was read from, as shown to people.
    public var source: String
    /// The text, which the passages' spans refer to.
    public var text: Text
    /// The passages in document order; their spans do not overlap.
    public var passages: [Passage]
    /// The sections, parents before children. Passages refer to them by index.
    public var sections: [Section]
    /// The language tags as written. Passages refer to them by index.
    public var languages: [String]
    /// The bibliographic data and variables.
    public var metadata: Metadata
    /// The elements of the source that are not in the text.
    public var ledger: Ledger

    /// Creates a document.
    public init(
        id: String, parent: String? = nil, source: String = "", text: Text = Text(""), passages: [Passage] = [],
        sections: [Section] = [], languages: [String] = [], metadata: Metadata = Metadata(), ledger: Ledger = Ledger()
    ) {
        self.id = id
        self.parent = parent
        self.source = source
        self.text = text
        self.passages = passages
        self.sections = sections
        self.languages = languages
        self.metadata = metadata
        self.ledger = ledger
    }

    /// Returns the text of a passage.
    public func string(of passage: Passage) -> String { text.string(passage.span) }

    /// Returns the language tag of a passage as written, or nil if it has none.
    public func language(of passage: Passage) -> String? { passage.language.map { languages[$0] } }

    /// Returns the indices of the passages that overlap a span of the text.
    ///
    /// - Parameter span: A range of UTF-8 offsets.
    /// - Complexity: O(log *n*) in the number of passages.
    public func passages(in span: Range<Int>) -> Range<Int> {
        let first = passages.firstIndexOfSorted { $0.span.upperBound > span.lowerBound }
        return first..<max(first, passages.firstIndexOfSorted { $0.span.lowerBound >= span.upperBound })
    }

    /// Returns the index of the last passage that begins at or before a UTF-8 offset of the text, or 0 if none does.
    ///
    /// - Complexity: O(log *n*) in the number of passages.
    public func passage(at offset: Int) -> Int {
        max(0, passages.firstIndexOfSorted { $0.span.lowerBound > offset } - 1)
    }

    /// Returns the headings above a passage, outermost first. Sections without a heading are skipped.
    public func sectionPath(of passage: Passage) -> [String] {
        var path: [String] = []
        var next = passage.section
        while let index = next {
            if !sections[index].heading.isEmpty { path.append(sections[index].heading) }
            next = sections[index].parent
        }
        return path.reversed()
    }
}

/// A part of a document, with or without a heading.
public struct Section: Sendable, Hashable {
    /// The heading; empty if there is none.
    public var heading: String
    /// The index of the enclosing section in the document's sections, or nil. It is smaller than this section's own
    /// index.
    public var parent: Int?

    /// Creates a section.
    public init(heading: String, parent: Int? = nil) {
        self.heading = heading
        self.parent = parent
    }
}

/// A document's text: immutable Unicode text with LF line ends and without a byte-order mark.
///
/// Tema never normalises or edits it. Spans are half-open ranges of UTF-8 offsets inside the program.
/// ``ScalarOffsets`` converts them to the Unicode scalar offsets that input and output use.
public struct Text: Sendable, Hashable {
    /// The text as valid UTF-8.
    public let utf8: [UInt8]

    /// Creates a text from bytes. The caller guarantees that they are valid UTF-8.
    public init(utf8: [UInt8]) {
        self.utf8 = utf8
    }

    /// Creates a text from a string.
    public init(_ string: String) {
        self.utf8 = Array(string.utf8)
    }

    /// Returns the text of a span of UTF-8 offsets, clamped to the text.
    public func string(_ span: Range<Int>) -> String {
        String(decoding: utf8[span.clamped(to: 0..<utf8.count)], as: UTF8.self)
    }

    /// The complete text as a string.
    public var string: String { String(decoding: utf8, as: UTF8.self) }
}

/// A block of prose in a document: the unit that is coded and counted.
public struct Passage: Sendable, Hashable {
    /// The kind of block.
    public var kind: PassageKind
    /// The type of the section that contains the passage.
    public var sectionType: SectionType
    /// The index of the innermost section in ``Document/sections``, or nil outside all sections.
    public var section: Int?
    /// The index of the language tag in ``Document/languages``, or nil if none was written.
    public var language: Int?
    /// The passage's text as a range of UTF-8 offsets of the document's text.
    public var span: Range<Int>

    /// Creates a passage.
    public init(
        kind: PassageKind, sectionType: SectionType, section: Int? = nil, language: Int? = nil, span: Range<Int>
    ) {
        self.kind = kind
        self.sectionType = sectionType
        self.section = section
        self.language = language
        self.span = span
    }
}

/// The kind of block that a passage comes from.
public enum PassageKind: String, CaseIterable, Sendable, Hashable {
    case title
    case abstract
    case heading
    case paragraph
    case listItem = "list-item"
    case quote
    case box
    case caption
    case tableRow = "table-row"
    case definition
    case footnote
    case acknowledgement
    case reference

    /// The kinds that are coded and counted in denominators by default.
    public static let codedByDefault: [PassageKind] = [.title, .abstract, .paragraph, .listItem, .quote, .box]
}

/// The type of the section that contains a passage, independent of publisher and language.
public enum SectionType: String, CaseIterable, Sendable, Hashable {
    case front
    case abstract
    case introduction
    case methods
    case results
    case discussion
    case conclusion
    case appendix
    case back
    case other
}

/// A choice of passages by kind and section type. Only chosen passages are coded and included in denominators.
public struct PassageChoice: Sendable, Hashable {
    /// The chosen kinds.
    public var kinds: [PassageKind]
    /// The chosen section types.
    public var sections: [SectionType]

    /// Creates a choice; by default the kinds coded by default, in sections of all types.
    public init(
        kinds: [PassageKind] = PassageKind.codedByDefault, sections: [SectionType] = SectionType.allCases
    ) {
        (self.kinds, self.sections) = (kinds, sections)
    }
}

/// The elements of the source that ingest excluded from a document's text, so that no exclusion goes unreported.
public struct Ledger: Sendable, Hashable {
    /// The reason why an element's text is excluded.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Front matter that is not a passage. Parts of it become metadata.
        case frontMatter = "front matter"
        /// An element that is not prose: the mark-up of a formula, a label, a graphic.
        case notText = "not text"
        /// An alternative form of something whose first form is in the text.
        case alternative = "alternative"
        /// A superscript that only refers to notes or references.
        case noteMark = "note mark"
        /// An undefined entity reference. The text contains it as written.
        case unknownEntity = "unknown entity"
        /// Text in an element that cannot contain text, such as between the cells of a table row.
        case misplaced = "misplaced text"
    }

    /// The number of excluded elements with one name and reason.
    public struct Entry: Sendable, Hashable {
        /// The element's name.
        public var element: String
        /// The reason for the exclusion.
        public var reason: Reason
        /// The number of excluded elements. Nested ones are counted once.
        public var count: Int
        /// The number of Unicode scalars in them. A run of white space counts as one.
        public var characters: Int

        /// Creates an entry.
        public init(element: String, reason: Reason, count: Int, characters: Int) {
            (self.element, self.reason, self.count, self.characters) = (element, reason, count, characters)
        }
    }

    /// The entries in the order of first occurrence.
    public private(set) var entries: [Entry] = []

    /// Creates an empty ledger.
    public init() {}

    /// Creates a ledger from its entries.
    ///
    /// - Parameter entries: At most one entry for each pair of element and reason.
    public init(entries: [Entry]) { self.entries = entries }

    /// Records an excluded element and the number of Unicode scalars that it contained.
    ///
    /// - Returns: The index of the element's entry.
    @discardableResult
    public mutating func add(_ element: String, _ reason: Reason, characters: Int) -> Int {
        if let position = entries.firstIndex(where: { $0.element == element && $0.reason == reason }) {
            add(toEntry: position, characters: characters)
            return position
        }
        entries.append(Entry(element: element, reason: reason, count: 1, characters: characters))
        return entries.count - 1
    }

    /// Records another excluded element of the entry with this index.
    public mutating func add(toEntry entry: Int, characters: Int) {
        entries[entry].count += 1
        entries[entry].characters += characters
    }
}
