import TemaFormats
import TemaModel

/// The role of an element in the text.
enum ProseRole {
    /// An element whose text belongs to the enclosing block.
    case inline
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

    mutating func end() throws(Problem) {
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
