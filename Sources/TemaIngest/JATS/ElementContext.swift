import TemaFormats
import TemaModel

/// The state of an open element: its place in the article, and the kind, language and section of text in it.
///
/// The structure is small because it is copied for every element of every article.
struct ElementContext {
    /// The part of an article that an element's content belongs to.
    enum Place: UInt8 {
        /// Outside all articles.
        case outside
        /// Directly in the article, between front, body and back.
        case article
        /// Front matter that may contain titles and abstracts.
        case front
        /// A title group.
        case titles
        /// Front matter that is read as metadata.
        case metadata
        /// Prose: each block becomes passages.
        case prose
        /// One passage: blocks in it are separated by a space.
        case flat
        /// A table row, between its cells.
        case row
        /// A definition list entry, between its terms and definitions.
        case entry
        /// Omitted from the text.
        case omitted
    }

    /// The action when the element ends.
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
    /// The section type of text outside all sections, and of all text in an abstract.
    var region: SectionType?
    /// An index into ``ArticleHandler/languages``, or nil if no element declares a language.
    var language: Int32?
    /// The index of the section, or nil outside all sections.
    var section: Int32?
    var atEnd: AtEnd = .nothing
    /// The value of ``PassageBuffer/pieces`` when the element began.
    var textBefore: Int32 = 0
    /// The number of open elements inside this one that need no context of their own.
    var markUp: Int32 = 0
    /// For `alternatives`: whether one of the children had text.
    var isChosen = false

    init(role: ElementRole, place: Place, language: Int32? = nil) {
        self.role = role
        self.place = place
        self.language = language
    }
}
