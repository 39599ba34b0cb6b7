import TemaFormats
import TemaModel

/// The text of the passage that is being read, and what the passage will be.
struct PassageBuffer {
    struct Passage {
        var kind: PassageKind
        var region: SectionType?
        var language: Int32?
        var section: Int32?
    }

    private var text = CollapsedText()
    /// What the text is: decided where its first word stands, or beforehand.
    private(set) var passage: Passage?
    /// How many pieces of text have been met, in this passage and all before it.
    private(set) var pieces: Int32 = 0
    private var cells = 0

    var bytes: ArraySlice<UInt8> { mutating get { text.bytes } }
    var string: String { mutating get { text.string } }
    /// Whether there is more in it than the tabs between empty cells.
    var isEmpty: Bool { mutating get { !text.bytes.contains { $0 != 0x09 } } }
    /// Whether no document could hold it.
    var isTooLong: Bool { text.length > Limits.documentBytes }

    /// Begins a passage whose kind, language and section are those of an element.
    package mutating func begin(_ context: ElementContext) {
        clear()
        passage = Passage(
            kind: context.kind, region: context.region, language: context.language, section: context.section)
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ context: ElementContext) {
        guard text.append(bytes) else { return }
        pieces &+= 1
        if passage == nil {
            passage = Passage(
                kind: context.kind, region: context.region, language: context.language, section: context.section)
        }
    }

    mutating func append(_ string: String, _ context: ElementContext) {
        var string = string
        string.withUTF8 { append($0, context) }
    }

    mutating func beginCell() {
        if cells > 0 { text.tab() } else { text.startPart() }
        cells += 1
    }

    mutating func part() { text.part() }

    /// Forgets the file before.
    mutating func reset() {
        clear()
        text.reset()
        pieces = 0
    }

    mutating func clear() {
        text.clear()
        passage = nil
        cells = 0
    }
}
