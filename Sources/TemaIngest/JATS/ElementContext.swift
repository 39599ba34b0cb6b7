import TemaFormats
import TemaModel

/// What is known of an open element: where it stands, and what the text in it would be.
///
/// Small, because one is copied for every element of every article.
struct ElementContext {
    /// The part of an article that an element's content belongs to.
    enum Place: UInt8 {
        /// No article has begun.
        case outside
        /// The article itself, between front, body and back.
        case article
        /// Front matter whose titles and abstracts are looked for.
        case front
        /// A title group.
        case titles
        /// Front matter that is read for the metadata.
        case metadata
        /// Blocks of prose: each becomes passages.
        case prose
        /// One passage, whatever stands in it: blocks are parted by a space.
        case flat
        /// A table's row, between its cells.
        case row
        /// An entry of a definition list, between its terms and definitions.
        case entry
        /// Left out of the text.
        case omitted
    }

    /// What has to be done when the element ends.
    enum AtEnd: UInt8 {
        case nothing, block, sectionTitle, flatBlock, flat, row, term, definition, entry, omission, metadata,
            frontMatter,
            document
    }

    static var outside: ElementContext { ElementContext(role: .inline, place: .outside) }

    var role: ElementRole
    var metadata = MetadataElement.other
    var place: Place
    var name: XMLName?
    var kind: PassageKind = .paragraph
    /// The section type of text outside all sections, and of all text in abstracts.
    var region: SectionType?
    var language: Int32?
    var section: Int32?
    var atEnd: AtEnd = .nothing
    /// How many pieces of text had been met when it began.
    var textBefore: Int32 = 0
    /// How many elements are open inside it that are mere mark-up, and so have no context of their own.
    var markUp: Int32 = 0
    /// Of `alternatives`: whether one of them had text.
    var isChosen = false

    init(role: ElementRole, place: Place, language: Int32? = nil) {
        self.role = role
        self.place = place
        self.language = language
    }
}
