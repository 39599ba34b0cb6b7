import TemaModel

/// An element that may be a note mark or a part of one.
enum NoteMarkElement {
    case superscript
    /// A link to a note or a reference.
    case link
    /// A link to a note or a reference that is itself superscript.
    case raisedLink
}

/// Finds note marks: superscripts that only refer to notes or references, such as the `12` of `trauma<sup>12</sup>`.
///
/// An element is known to be a note mark when it ends, and a separator between two marks when the second one ends. Until
/// then, its text is in the buffer like any other. `Start` is what the owner needs to remove it from the buffer.
struct NoteMarkFinder<Start> {
    /// A note mark, with the separator between it and the mark before it.
    struct Found {
        let mark: Start
        let separator: Start?
    }

    private struct Candidate {
        let element: NoteMarkElement
        let level: Int
        let start: Start
        /// Whether nothing is between this element and the mark before it.
        let followsMark: Bool
        /// Whether nothing is between this element and the separator before it.
        let followsSeparator: Bool
        var content = MarkContent()

        var isMark: Bool {
            element == .superscript
                ? content.startsInLink == true && !content.hasLetterOutside : content.hasText && content.isRaised
        }
        var isSeparator: Bool { element == .superscript && followsMark && content.startsInLink == nil }
    }

    /// The number of start tags, end tags and chunks of text so far. The owner counts them, so that a difference of one
    /// means that nothing is between two elements.
    var events = 0
    private var open: [Candidate] = []
    /// The level of the innermost open element, or nil.
    var level: Int? { open.last?.level }
    /// The value of `events` when the last mark ended.
    private var lastMark = -1
    private var separator: (start: Start, end: Int)?
    /// The number of open elements that follow the separator. It is kept as long as there is one.
    private var separatorUses = 0

    /// Whether text is in an element that may be a note mark.
    var isOpen: Bool { !open.isEmpty }

    /// Resets the state for the next file.
    mutating func reset() {
        open.removeAll(keepingCapacity: true)
        (events, lastMark, separator, separatorUses) = (0, -1, nil, 0)
    }

    /// Begins an element. Its start tag has been counted.
    ///
    /// - Parameter level: A number that no other open element has. When the element ends, the owner finds it again as
    ///   ``level``.
    mutating func begin(_ element: NoteMarkElement, level: Int, at start: Start) {
        let followsSeparator = separator?.end == events - 1
        if followsSeparator { separatorUses += 1 }
        open.append(
            Candidate(
                element: element, level: level, start: start, followsMark: lastMark == events - 1,
                followsSeparator: followsSeparator)
        )
    }

    /// Adds UTF-8 text to the innermost open element.
    mutating func add(_ bytes: some Collection<UInt8>) {
        guard let last = open.indices.last else { return }
        open[last].content.add(bytes, isRaised: open[last].element == .raisedLink)
    }

    /// Ends the innermost open element. Its end tag has been counted.
    ///
    /// - Returns: The mark to remove from the text, or nil if the element is not a note mark.
    mutating func end() -> Found? {
        guard let ended = open.popLast() else { return nil }
        if let last = open.indices.last { open[last].content.add(ended.content, isLink: ended.element != .superscript) }
        if ended.followsSeparator { separatorUses -= 1 }
        if ended.isMark {
            lastMark = events
            return Found(mark: ended.start, separator: ended.followsSeparator ? separator?.start : nil)
        }
        if ended.isSeparator, separatorUses == 0 { separator = (ended.start, events) }
        return nil
    }
}

/// What the text of an element that may be a note mark consists of.
private struct MarkContent {
    private(set) var hasText = false
    /// Whether all text is in superscripts.
    private(set) var isRaised = true
    /// Whether the first letter or digit is in a link, or nil if there is no letter or digit.
    private(set) var startsInLink: Bool?
    /// Whether there is a letter outside links.
    private(set) var hasLetterOutside = false

    mutating func add(_ bytes: some Collection<UInt8>, isRaised: Bool) {
        for byte in bytes {
            guard byte < 0x80 else { return addDecoded(bytes, isRaised: isRaised) }
            guard !Unicode.Scalar(byte).isXMLSpace else { continue }
            let isNumber = byte &- UInt8(ascii: "0") < 10
            add(isWord: isNumber || (byte | 0x20) &- UInt8(ascii: "a") < 26, isNumber: isNumber, isRaised: isRaised)
            // Most links are citations in the line. They are decided by their first letter.
            if hasLetterOutside, !self.isRaised { return }
        }
    }

    private mutating func addDecoded(_ bytes: some Collection<UInt8>, isRaised: Bool) {
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isXMLSpace {
            let traits = Word.Traits(scalar)
            let isWord = traits.contains(.character) && !traits.contains(.mark)
            add(isWord: isWord, isNumber: scalar.isNumber, isRaised: isRaised)
        }
    }

    /// Adds a character that is not white space.
    ///
    /// - Parameters:
    ///   - isWord: Whether it is a letter or a digit.
    ///   - isNumber: Whether it is a digit.
    @inline(__always)
    private mutating func add(isWord: Bool, isNumber: Bool, isRaised: Bool) {
        hasText = true
        self.isRaised = self.isRaised && isRaised
        guard isWord else { return }
        startsInLink = startsInLink ?? false
        hasLetterOutside = hasLetterOutside || !isNumber
    }

    /// Adds the content of a superscript or a link in the element.
    mutating func add(_ inner: MarkContent, isLink: Bool) {
        hasText = hasText || inner.hasText
        startsInLink = startsInLink ?? inner.startsInLink.map { isLink || $0 }
        if isLink {
            isRaised = isRaised && inner.isRaised
        } else {
            hasLetterOutside = hasLetterOutside || inner.hasLetterOutside
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isXMLSpace: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" }

    fileprivate var isNumber: Bool {
        if isASCII { return ("0"..."9").contains(self) }
        return switch properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }
}
