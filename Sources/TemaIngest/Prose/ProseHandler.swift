import TemaFormats
import TemaModel

/// What an element means for the text.
enum ProseRole {
    /// Its text belongs to the block around it.
    case inline
    /// Parts the text before it from its own, and its own from what follows; it may say what kind its text is.
    case block(PassageKind?)
    /// One passage, whatever blocks stand in it.
    case flat(PassageKind)
    case lineBreak
    case heading(level: Int, declared: SectionType?)
    case row, cell
    case notText
}

/// Turns the events of a text with mark-up into passages, by what each element means.
struct ProseHandler {
    private struct Frame {
        let role: ProseRole
        var style: Prose.Style
        /// Whether blocks in it are parted by a space only.
        var isFlat: Bool
        let name: String
    }

    var prose = Prose()
    private var frames: [Frame] = []
    /// How many elements are open in one that is left out, it among them; and what it has held.
    private var omitted = 0
    private var omission: (name: String, characters: CharacterCount)?

    /// The style of text that stands here.
    var style: Prose.Style { frames.last?.style ?? Prose.Style() }
    /// The name of the element that is open.
    var parent: String? { frames.last?.name }
    /// Whether what stands here is part of one passage.
    var isFlat: Bool { frames.last?.isFlat ?? false }

    /// - Parameter change: Edits the style that the element's text inherits.
    mutating func start(
        _ name: String, _ role: ProseRole, language: String?, _ change: (inout Prose.Style) -> Void = { _ in }
    ) throws(Problem) {
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
        if omitted > 0 { omission?.characters.count(text) } else { try prose.append(text, style) }
    }

    package mutating func end() throws(Problem) {
        guard omitted == 0 else {
            omitted -= 1
            if omitted == 0, let omission {
                prose.ledger.add(omission.name, .notText, characters: omission.characters.total)
            }
            return
        }
        guard let frame = frames.popLast() else { return }
        switch frame.role {
        case .inline, .notText, .lineBreak: break
        case .cell: if !isInRow { try part() }
        case .heading(let level, let declared) where !isFlat: try prose.finishHeading(level: level, declared: declared)
        case .row, .flat, .heading, .block: try part()
        }
    }

    /// Whether the next cell is one of the row that is the passage.
    private var isInRow: Bool {
        if case .row = frames.last?.role { return frames.dropLast().last?.isFlat != true }
        return false
    }

    private mutating func part() throws(Problem) {
        if isFlat { prose.part() } else { try prose.finish() }
    }
}

/// Unicode scalars, runs of white space counted as one, those at the ends not.
struct CharacterCount {
    private(set) var total = 0
    private var owesSpace = false

    mutating func count(_ text: String) {
        for byte in text.utf8 {
            if isXMLSpace(byte) {
                owesSpace = total > 0
            } else if byte & 0xC0 != 0x80 {
                total += owesSpace ? 2 : 1
                owesSpace = false
            }
        }
    }
}
