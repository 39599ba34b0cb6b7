import TemaFormats
import TemaModel

/// Makes passages of the blocks of a text: what formats with headings, paragraphs and tables have in common.
///
/// White space is as in JATS: runs of it are one space, and the ends of a passage have none.
struct Prose {
    /// What the text in a block would be.
    struct Style {
        var kind: PassageKind = .paragraph
        /// The section type where no heading names one; of an abstract whatever headings say.
        var region: SectionType?
        var language: String?
    }

    private(set) var builder = DocumentBuilder()
    var ledger = Ledger()
    /// The first heading of the first level.
    private(set) var title: String?

    private var text = CollapsedText()
    /// That of the first word of the passage.
    private var style: Style?
    private var cells = 0
    /// The open sections, outermost first. The outermost heading that names a type decides: above it stands the title,
    /// which names none.
    private var sections: [(level: Int, number: Int, type: SectionType?)] = []

    /// Adds to the passage that is open, or begins one.
    mutating func append(_ piece: String, _ style: Style) throws(Problem) {
        var piece = piece
        guard piece.withUTF8({ text.append($0) }) else { return }
        self.style = self.style ?? style
        if text.length > Limits.documentBytes { throw DocumentBuilder.tooLong }
    }

    /// Parts what came before from what comes next by a space.
    mutating func part() { text.part() }

    mutating func beginCell() {
        if cells > 0 { text.tab() } else { text.startPart() }
        cells += 1
    }

    /// Ends the passage.
    mutating func finish() throws(Problem) {
        defer { clear() }
        guard let style else { return }
        try builder.add(
            text.bytes, kind: style.kind, sectionType: type(style), section: sections.last?.number,
            language: style.language)
    }

    /// Ends a passage that is a heading, and opens its section.
    ///
    /// - Parameters:
    ///   - level: From 1, as in `h1`; it closes those of its level and below.
    ///   - declared: What the format itself calls the section, which comes before what the heading says.
    mutating func finishHeading(level: Int, declared: SectionType? = nil) throws(Problem) {
        guard var style else { return clear() }
        let heading = text.string
        closeSections(from: level)
        let number = builder.section(heading: heading, parent: sections.last?.number)
        sections.append((level, number, sections.last?.type ?? declared ?? Self.type(ofHeading: heading)))
        if level == 1, title == nil { title = heading }
        style.kind = .heading
        self.style = style
        try finish()
    }

    /// Closes the sections of a level and all below it.
    mutating func closeSections(from level: Int) {
        while let last = sections.last, last.level >= level { sections.removeLast() }
    }

    private mutating func clear() {
        text.clear()
        style = nil
        cells = 0
    }

    private func type(_ style: Style) -> SectionType {
        style.region == .abstract ? .abstract : sections.last?.type ?? style.region ?? .other
    }

    /// The type that a heading names; an abstract is one by its heading where a format has no mark for it.
    static func type(ofHeading heading: String) -> SectionType? {
        let word = heading.lowercased().filter { $0.isLetter }
        return abstracts.contains(word) ? .abstract : SectionHeading.type(ofHeading: heading)
    }

    private static let abstracts: Set<String> = [
        "abstract", "abstrak", "resumen", "resumo", "résumé", "zusammenfassung", "ringkasan", "intisari",
    ]
}
