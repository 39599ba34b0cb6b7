/// A run of sentence marks, with the closing characters, note marks and emoji after them.
struct SentenceMarks {
    let start: Int
    /// The index after the last character of the run.
    let end: Int
    /// The index of the first scalar after the white space that follows.
    let next: Int
    private let count: Int
    private let last: Unicode.Scalar
    /// Whether a quote or bracket closes after the marks.
    private let isClosed: Bool
    /// Whether a bracket closes directly after the last mark and its quotes.
    private let isBracketed: Bool

    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? scalar == "." || scalar == "!" || scalar == "?"
            : scalar == "…" || scalar.properties.isSentenceTerminal
    }

    /// Whether a byte may be the first of a mark's UTF-8. Other marks than `.`, `!` and `?` begin at U+0589, and none is
    /// between U+4000 and U+9FFF. A byte is faster to examine than a scalar's properties.
    static func mayBegin(with byte: UInt8) -> Bool {
        byte == 0x2E || byte == 0x21 || byte == 0x3F || byte >= 0xD6 && !(0xE4...0xE9).contains(byte)
    }

    init(from start: Int, of sentence: inout OpenSentence, in scalars: UTF8Scalars) {
        var (end, count, last) = (start, 0, scalars[start])
        var (isClosed, isBracketed) = (false, false)
        while end < scalars.endIndex {
            let scalar = scalars[end]
            if Self.isMark(scalar) {
                count += 1
                last = scalar
                (isClosed, isBracketed) = (false, false)
            } else if Self.closes(at: end, of: &sentence, in: scalars) {
                isClosed = true
                isBracketed = isBracketed || scalar.category == .closePunctuation
            } else if last != "." || !Self.isFollowedByFullStop(end, in: scalars) {
                break
            }
            scalars.formIndex(after: &end)
        }
        end = NoteMarks.end(after: start, from: end, isClosed: isClosed, in: scalars)
        end = Self.endOfEmoji(from: end, in: scalars)
        var next = scalars.skippingSpace(from: end)
        if next > end, next < scalars.endIndex {
            let closing = Self.endOfSpacedClosing(from: next, in: scalars)
            if closing > next {
                isClosed = isClosed || scalars[next].isClosing
                isBracketed = isBracketed || scalars[next].category == .closePunctuation
                end = closing
                next = scalars.skippingSpace(from: end)
            }
        }
        self.start = start
        self.end = end
        self.next = next
        self.count = count
        self.last = last
        self.isClosed = isClosed
        self.isBracketed = isBracketed
    }

    /// Whether the sentence ends here and another one follows.
    func end(_ sentence: inout OpenSentence, in scalars: UTF8Scalars) -> Bool {
        guard next < scalars.endIndex, sentence.hasWord(before: start, in: scalars) else { return false }
        let following = scalars[next]
        if last == "。" || last == "！" || last == "？" || last == "｡" {
            // "“走吗？”她问。" is one sentence.
            let isQuestion = last == "！" || last == "？"
            return !Self.continues(following) && !(isQuestion && isClosed && next == end && Word.isCharacter(following))
        }
        if next == end { return isUnspaced(before: following, in: scalars) }
        if isBracketed, opensBracket(before: start, in: scalars) { return false }
        switch SentenceBeginning(at: next, in: scalars) {
        case .none: return false
        case .lowercase: return endsBeforeLowercase(sentence, in: scalars)
        case .other:
            guard count == 1 else { return last != "." || count != 3 || !isSpaced(in: scalars) }
            if last == "!" || last == "?" { return !(isBracketed && bracketOpens(in: sentence, scalars)) }
            guard last == "." else { return last != "…" || !isSpaced(in: scalars) }
            let isAside = isBracketed && !scalars[sentence.start].isOpeningBracket
            return !Abbreviations.endsIn(
                scalars[sentence.start..<start], before: scalars[next...], isAside: isAside)
        }
    }

    /// Whether a sentence ends before a lower-case letter. An ellipsis does not end it, nor does a mark after a no-break
    /// space, as in French.
    private func endsBeforeLowercase(_ sentence: OpenSentence, in scalars: UTF8Scalars) -> Bool {
        if isClosed { return false }
        if last == "." {
            return count == 1
                && Abbreviations.endsInPlainWord(scalars[sentence.start..<start], before: scalars[next...])
        }
        let before = scalars[scalars.index(before: start)]
        return (last == "!" || last == "?") && before != "\u{A0}" && before != "\u{202F}"
    }

    /// Whether white space precedes the marks: an omission ("money … They").
    private func isSpaced(in scalars: UTF8Scalars) -> Bool {
        start > scalars.startIndex && scalars[scalars.index(before: start)].isSpace
    }

    /// Whether the marks are between characters of a script written without spaces, such as `!` in Chinese.
    private func isUnspaced(before following: Unicode.Scalar, in scalars: UTF8Scalars) -> Bool {
        guard Word.isUnspacedScript(following), start > scalars.startIndex else { return false }
        guard last == "!" || last == "?" || last == "．" || last == "." && count == 1 else { return false }
        let before = scalars[scalars.index(before: start)]
        return Word.isUnspacedScript(before) || before == "\"" || before.isClosing
    }

    private func opensBracket(before index: Int, in scalars: UTF8Scalars) -> Bool {
        index > scalars.startIndex && scalars[scalars.index(before: index)].isOpeningBracket
    }

    /// Whether the bracket that closes after the marks opens within the sentence, and not at its beginning. The search is
    /// limited, so that a text with many brackets takes linear time.
    private func bracketOpens(in sentence: OpenSentence, _ scalars: UTF8Scalars) -> Bool {
        let part = scalars[sentence.start..<start]
        guard let bracket = part.suffix(200).lastIndex(where: \.isOpeningBracket) else { return false }
        return bracket > sentence.start
    }

    private static func closes(at index: Int, of sentence: inout OpenSentence, in scalars: UTF8Scalars) -> Bool {
        let scalar = scalars[index]
        if scalar.isClosing { return true }
        let after = scalars.index(after: index)
        if scalar.category == .initialPunctuation { return scalars.isSpaceOrEnd(after) }
        guard scalar == "\"" || scalar == "'" else { return false }
        if after == scalars.endIndex || !Word.isUnspacedScript(scalars[after]) { return true }
        return scalar == "\"" && sentence.isQuoting(before: index, in: scalars)
    }

    /// Whether a space is between the full stops of an ellipsis such as ". . .".
    private static func isFollowedByFullStop(_ space: Int, in scalars: UTF8Scalars) -> Bool {
        guard scalars[space] == " " || scalars[space] == "\u{A0}" else { return false }
        let rest = scalars[space...].dropFirst()
        return rest.first == "." && scalars.isSpaceOrEnd(scalars.index(after: rest.startIndex))
    }

    /// Returns the end of a closing `»` or bracket, of emoji, or of an emoticon that white space separates from the marks.
    private static func endOfSpacedClosing(from index: Int, in scalars: UTF8Scalars) -> Int {
        let after = scalars.index(after: index)
        switch scalars[index] {
        case ":", ";", "=":
            let symbols = scalars[after...].prefix(while: { "-)(/|DPp3".unicodeScalars.contains($0) })
            return !symbols.isEmpty && scalars.isSpaceOrEnd(symbols.endIndex) ? symbols.endIndex : index
        case let scalar where scalar.isClosing: return scalars.isSpaceOrEnd(after) ? after : index
        default: return endOfEmoji(from: index, in: scalars)
        }
    }

    private static func endOfEmoji(from index: Int, in scalars: UTF8Scalars) -> Int {
        scalars[index...].firstIndex { !isEmoji($0) } ?? scalars.endIndex
    }

    private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII
            && (scalar.properties.isEmojiPresentation || scalar.properties.isEmojiModifier || scalar == "\u{FE0F}"
                || scalar == "\u{200D}")
    }

    private static func continues(_ scalar: Unicode.Scalar) -> Bool {
        ",;:，、；：".unicodeScalars.contains(scalar)
    }
}

/// What can begin after a sentence mark and white space.
enum SentenceBeginning {
    case none
    /// A lower-case letter.
    case lowercase
    /// Anything else that can begin a sentence.
    case other

    /// The maximum number of symbols before the first letter or digit.
    private static let longest = 6

    init(at index: Int, in scalars: UTF8Scalars) {
        let first = scalars[index]
        self = Self.of(first)
        if self != .none || first == "," || first == ";" || first == ":" { return }
        // After a dash, a bullet or another symbol: the first letter or digit.
        let isDash = first.category == .dashPunctuation
        for scalar in scalars[index...].prefix(Self.longest) where Word.isCharacter(scalar) {
            let begins = Self.of(scalar)
            self = isDash && (begins == .lowercase || scalar.isDigit) ? .none : begins
            return
        }
    }

    private static func of(_ scalar: Unicode.Scalar) -> Self {
        switch scalar.category {
        case .uppercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber,
            .openPunctuation, .initialPunctuation, .finalPunctuation:
            .other
        // Georgian is written without capitals, although Unicode has capital forms of its letters.
        case .lowercaseLetter: (0x10D0...0x10FF).contains(scalar.value) ? .other : .lowercase
        default: scalar == "\"" || scalar == "'" || scalar == "¿" || scalar == "¡" ? .other : .none
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isOpeningBracket: Bool { category == .openPunctuation }
}
