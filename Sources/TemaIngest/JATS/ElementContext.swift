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
            frontMatter, titleNote, document
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
    /// Whether the element is in a title.
    var isInTitle = false
    /// For `alternatives`: whether one of the children had text.
    var isChosen = false

    init(role: ElementRole, place: Place, language: Int32? = nil) {
        self.role = role
        self.place = place
        self.language = language
    }
}

/// The actions when an element ends.
extension ArticleHandler {
    mutating func finish(_ context: ElementContext) {
        switch context.atEnd {
        case .nothing: break
        case .block:
            flush()
            heading.part()
        case .sectionTitle:
            flush()
            if isInHeading, let section = context.section {
                open[open.count - 1].setHeading(heading.string, of: Int(section))
            }
            isInHeading = false
        case .flatBlock: text.part()
        case .flat:
            if context.kind == .title, open[open.count - 1].metadata.title == nil, !text.isEmpty {
                open[open.count - 1].metadata.title = text.string
            }
            flush()
        case .row:
            if text.isEmpty { text.clear() } else { flush() }
        case .term: take { $0.terms.append($1) }
        case .definition: take { $0.definitions.append($1) }
        case .entry: finishEntry(context)
        case .omission: finishOmission()
        case .metadata: metadata.end(&open[open.count - 1].metadata)
        case .frontMatter:
            metadata.end(&open[open.count - 1].metadata)
            finishOmission()
        case .titleNote: finishTitleNote()
        case .document: endDocument()
        }
    }

    private mutating func take(_ keep: (inout DefinitionEntry, String) -> Void) {
        if !text.isEmpty { keep(&entry, text.string) }
        text.clear()
    }

    /// Appends the definition list entry as one passage.
    private mutating func finishEntry(_ context: ElementContext) {
        text.begin(context)
        text.append(entry.string, context)
        flush()
        entry = DefinitionEntry()
    }

    private mutating func finishOmission() {
        if let omission { open[open.count - 1].note(omission) }
        omission = nil
    }
}

/// The terms and definitions of one definition list entry.
struct DefinitionEntry {
    var terms: [String] = []
    var definitions: [String] = []

    /// The terms, a colon and the definitions; without the colon if either is missing.
    var string: String {
        let whole = terms.joined(separator: ", ") + ": " + definitions.joined(separator: " ")
        let isEdge: (Character) -> Bool = { $0 == ":" || $0 == " " }
        guard let first = whole.firstIndex(where: { !isEdge($0) }), let last = whole.lastIndex(where: { !isEdge($0) })
        else { return "" }
        return String(whole[first...last])
    }
}
