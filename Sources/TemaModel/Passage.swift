/// One block of prose in a document: the unit that is coded and counted.
public struct Passage: Sendable, Hashable {
    public var kind: PassageKind
    public var sectionType: SectionType
    /// Index of the innermost section it stands in, or nothing outside all sections.
    public var section: Int?
    /// Index of its language tag in the document, or nothing where none was written.
    public var language: Int?
    /// Where its text stands in the document's, in UTF-8 offsets.
    public var span: Range<Int>

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

/// What a passage is in its document: the block of prose that it comes from.
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

    /// The kinds that are coded, and counted in denominators, unless the researcher names others.
    public static let codedByDefault: Set<PassageKind> = [.title, .abstract, .paragraph, .listItem, .quote, .box]
}

/// The part of an article that a passage stands in, the same word for every publisher and language.
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
