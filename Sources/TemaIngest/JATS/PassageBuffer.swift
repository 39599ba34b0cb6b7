import TemaFormats
import TemaModel

/// The text of the current passage, with its kind, language and section.
struct PassageBuffer {
    struct Passage {
        var kind: PassageKind
        var region: SectionType?
        var language: Int32?
        var section: Int32?
    }

    private var text = CollapsedText()
    /// The attributes of the passage, determined by the context of its first word or by ``begin(_:)``. Nil before that.
    private(set) var passage: Passage?
    /// The number of pieces of text in this passage and all previous ones.
    private(set) var pieces: Int32 = 0
    private var cells = 0
    /// The number of passages that have ended.
    private var ended: Int32 = 0

    /// A position in the text, to which it can be cut.
    struct Checkpoint {
        fileprivate let text: CollapsedText.Checkpoint
        fileprivate let hasPassage: Bool
        fileprivate let ended: Int32
    }

    var bytes: ArraySlice<UInt8> { mutating get { text.bytes } }
    var string: String { mutating get { text.string } }
    /// Whether the text is empty or consists only of the tabs between empty cells.
    var isEmpty: Bool { mutating get { !text.bytes.contains { $0 != 0x09 } } }
    /// Whether the text is longer than ``Limits/documentBytes``.
    var isTooLong: Bool { text.length > Limits.documentBytes }

    /// Begins a passage with the kind, language and section of an element.
    mutating func begin(_ context: ElementContext) {
        clear()
        passage = Passage(
            kind: context.kind, region: context.region, language: context.language, section: context.section)
    }

    /// Appends UTF-8 text. If it may be cut to a checkpoint, this must be said.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ context: ElementContext, mayBeCut: Bool = false) {
        guard text.append(bytes, mayBeCut: mayBeCut) else { return }
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

    /// The end of the text.
    var checkpoint: Checkpoint { Checkpoint(text: text.checkpoint, hasPassage: passage != nil, ended: ended) }

    /// Removes the text after a checkpoint.
    ///
    /// - Parameter receive: Receives the text that is removed.
    /// - Returns: Whether the passage of the checkpoint is still open. Otherwise, nothing is removed.
    mutating func cut(to checkpoint: Checkpoint, _ receive: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
        guard checkpoint.ended == ended else { return false }
        text.cut(to: checkpoint.text, receive)
        if !checkpoint.hasPassage { passage = nil }
        return true
    }

    /// Resets the buffer for the next file.
    mutating func reset() {
        clear()
        text.reset()
        pieces = 0
    }

    mutating func clear() {
        text.clear()
        passage = nil
        cells = 0
        ended &+= 1
    }
}
