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
