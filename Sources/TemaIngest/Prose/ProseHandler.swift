import TemaFormats
import TemaModel

/// The role of an element in the text.
enum ProseRole {
    /// An element whose text belongs to the enclosing block.
    case inline
    /// An inline element that may be a note mark.
    case mark(NoteMarkElement)
    /// An inline element that is separated by a space from such an element directly before it.
    case sentence
    /// An element whose text is separate from the text before and after it, with the kind of its passages or nil.
    case block(PassageKind?)
    /// An element that is one passage, including the blocks in it.
    case flat(PassageKind)
    case lineBreak
    case heading(level: Int, declared: SectionType?)
    case row, cell
    case notText
}

/// Converts the parse events of a markup format to passages, by the role of each element.
struct ProseHandler {
    private struct Frame {
        let role: ProseRole
        var style: Prose.Style
        /// Whether blocks in the element are separated by a space only.
        var isFlat: Bool
        let name: String
    }

    var prose = Prose()
    private var frames: [Frame] = []
    /// The number of open elements in the omitted element, including itself.
    private var omitted = 0
    /// The omitted element and its characters so far.
    private var omission: (name: String, characters: CharacterCount)?
    private var marks = NoteMarkFinder<(name: String, text: Prose.Checkpoint)>()
    /// The value of `marks.events` when the last sentence ended.
    private var sentenceEnd = -1

    /// The style of text at the current position.
    var style: Prose.Style { frames.last?.style ?? Prose.Style() }
    /// The name of the innermost open element.
    var parent: String? { frames.last?.name }
    /// Whether the current position is in an element that is one passage.
    var isFlat: Bool { frames.last?.isFlat ?? false }

    /// Begins an element.
    ///
    /// - Parameters:
    ///   - language: The language that the element declares, or nil.
    ///   - change: Changes the style that the element inherits.
    /// - Throws: A ``Problem`` if the document is too long.
    mutating func start(
        _ name: String, _ role: ProseRole, language: String?, _ change: (inout Prose.Style) -> Void = { _ in }
    ) throws(Problem) {
        marks.events += 1
        guard omitted == 0 else {
            omitted += 1
            return
        }
        var frame = Frame(role: role, style: style, isFlat: isFlat, name: name)
        if let language, !language.isEmpty { frame.style.language = language }
        change(&frame.style)
        switch role {
        case .notText:
            omitted = 1
            omission = (name, CharacterCount())
            return
        case .inline: break
        case .mark(let element): marks.begin(element, level: frames.count, at: (name, prose.checkpoint))
        case .sentence: if sentenceEnd == marks.events - 1 { prose.part() }
        case .lineBreak: prose.part()
        case .cell:
            if isInRow { prose.beginCell() } else { try part() }
            frame.isFlat = isInRow || isFlat
        case .row, .flat, .heading, .block:
            try part()
            if case .block(let kind) = role {
                frame.style.kind = kind ?? frame.style.kind
            } else if !isFlat {
                frame.isFlat = true
                if case .flat(let kind) = role { frame.style.kind = kind }
                if case .row = role { frame.style.kind = .tableRow }
            }
        }
        frames.append(frame)
    }

    mutating func text(_ text: String) throws(Problem) {
        marks.events += 1
        guard omitted == 0 else {
            omission?.characters.count(text)
            return
        }
        try prose.append(text, style, mayBeCut: marks.isOpen)
        if marks.isOpen { marks.add(text.utf8) }
    }

    mutating func end() throws(Problem) {
        marks.events += 1
        guard omitted == 0 else {
            omitted -= 1
            if omitted == 0, let omission {
                prose.ledger.add(omission.name, .notText, characters: omission.characters.total)
            }
            return
        }
        guard let frame = frames.popLast() else { return }
        if marks.level == frames.count { finishMark() }
        switch frame.role {
        case .inline, .notText, .lineBreak, .mark: break
        case .sentence: sentenceEnd = marks.events
        case .cell: if isInRow { prose.part() } else { try part() }
        case .heading(let level, let declared) where !isFlat: try prose.finishHeading(level: level, declared: declared)
        case .row, .flat, .heading, .block: try part()
        }
    }

    private mutating func finishMark() {
        guard let found = marks.end() else { return }
        prose.omit(found.mark.name, .noteMark, from: found.mark.text)
        if let separator = found.separator { prose.omit(separator.name, .noteMark, from: separator.text) }
    }

    /// Whether the innermost open element is a row that is a passage, so that a cell in it is separated by a tab.
    private var isInRow: Bool {
        if case .row = frames.last?.role { return frames.dropLast().last?.isFlat != true }
        return false
    }

    private mutating func part() throws(Problem) {
        if isFlat { prose.part() } else { try prose.finish() }
    }
}

/// A count of Unicode scalars. A run of white space counts as one; white space at the ends does not count.
struct CharacterCount {
    private(set) var total = 0
    private var hasPendingSpace = false

    mutating func count(_ text: String) {
        for byte in text.utf8 {
            if isXMLSpace(byte) {
                hasPendingSpace = total > 0
            } else if byte & 0xC0 != 0x80 {
                total += hasPendingSpace ? 2 : 1
                hasPendingSpace = false
            }
        }
    }
}
