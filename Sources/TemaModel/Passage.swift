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
    public static let codedByDefault: Set<PassageKind> = [.title, .abstract, .paragraph, .listItem, .quote, .box]
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
