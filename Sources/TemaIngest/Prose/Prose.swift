import TemaFormats
import TemaModel

/// Builds passages from blocks of text, for all formats with headings, paragraphs and tables.
///
/// White space is handled as in JATS: each run becomes one space, and the ends of a passage are trimmed.
struct Prose {
    /// The attributes of the text in a block.
    struct Style {
        var kind: PassageKind = .paragraph
        /// The section type if no heading names one. ``SectionType/abstract`` takes precedence over headings.
        var region: SectionType?
        var language: String?
    }

    private(set) var builder = DocumentBuilder()
    var ledger = Ledger()
    /// The first level-1 heading.
    private(set) var title: String?

    private var text = CollapsedText()
    /// The style of the first word of the open passage.
    private var style: Style?
    private var cells = 0
    /// The number of passages that have ended.
    private var ended = 0
    private var sections = OpenSections()

    /// Appends text to the open passage, or begins a passage.
    ///
    /// - Parameter mayBeCut: Whether the text may be cut to a checkpoint.
    /// - Throws: A ``Problem`` if the passage is longer than ``Limits/documentBytes``.
    mutating func append(_ piece: String, _ style: Style, mayBeCut: Bool = false) throws(Problem) {
        var piece = piece
        guard piece.withUTF8({ text.append($0, mayBeCut: mayBeCut) }) else { return }
        self.style = self.style ?? style
        if text.length > Limits.documentBytes { throw DocumentBuilder.tooLong }
    }

    /// Separates the text from what is appended next by a space.
    mutating func part() { text.part() }

    /// A position in the text, to which it can be cut.
    struct Checkpoint {
        fileprivate let text: CollapsedText.Checkpoint
        fileprivate let style: Style?
        fileprivate let ended: Int
    }

    /// The end of the text.
    var checkpoint: Checkpoint { Checkpoint(text: text.checkpoint, style: style, ended: ended) }

    /// Moves the text after a checkpoint to the ledger, unless the passage of the checkpoint has ended.
    mutating func omit(_ element: String, _ reason: Ledger.Reason, from checkpoint: Checkpoint) {
        guard checkpoint.ended == ended else { return }
        var characters = CharacterCount()
        text.cut(to: checkpoint.text) { characters.count(String(decoding: $0, as: UTF8.self)) }
        ledger.add(element, reason, characters: characters.total)
        style = checkpoint.style
    }

    mutating func beginCell() {
        if cells > 0 || text.length > 0 { text.tab() } else { text.startPart() }
        cells += 1
    }

    /// Ends the open passage, if there is one.
    ///
    /// - Throws: A ``Problem`` if the document is too long.
    mutating func finish() throws(Problem) {
        defer { clear() }
        guard let style else { return }
        try builder.add(
            text.bytes, kind: sections.kind(style.kind), sectionType: type(style), section: sections.number,
            language: style.language)
    }

    /// Ends the open passage as a heading and opens its section.
    ///
    /// - Parameters:
    ///   - level: The level of the heading, from 1. Open sections of this level and below are closed.
    ///   - declared: The section type that the format declares. It takes precedence over the heading.
    /// - Throws: A ``Problem`` if the document is too long.
    mutating func finishHeading(level: Int, declared: SectionType? = nil) throws(Problem) {
        guard var style else { return clear() }
        let heading = text.string
        sections.open(heading, level: level, declared: declared, in: &builder)
        if level == 1, title == nil { title = heading }
        style.kind = .heading
        self.style = style
        try finish()
    }

    /// Closes the open sections of a level and all levels below it.
    mutating func closeSections(from level: Int) { sections.close(from: level) }

    private mutating func clear() {
        text.clear()
        style = nil
        cells = 0
        ended += 1
    }

    private func type(_ style: Style) -> SectionType {
        style.region == .abstract ? .abstract : sections.type ?? style.region ?? .other
    }
}
