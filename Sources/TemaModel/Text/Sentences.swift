/// Splits a passage into sentences, for counts by sentence.
///
/// A sentence ends
/// - after marks (`.`, `!`, `?`, `…` and all other characters with Unicode's Sentence_Terminal property) and the closing
///   quotes and brackets that follow them. A `“` before white space is a closing quote, as in German. So is a `»` after
///   white space, as in French.
/// - if white space follows the marks. After `。`, `！`, `？` and `｡`, any character may follow.
/// - and if the next character can begin a sentence: a capital, a digit, an opening quote or bracket, `¿`, `¡`, or a
///   letter of a script without case. After the same four marks, any character can.
///
/// A sentence does not end after a single full stop that follows an abbreviation (``Abbreviations``), a single capital
/// ("J. Smith", "U.S. law"), or a number that begins the sentence ("1. Introduction").
///
/// Two kinds of sentence ends are therefore missed: after an abbreviation, and before a superscript reference that is
/// not preceded by white space ("found.12 Then"). In scripts without such marks, such as Thai, each passage is one
/// sentence.
public enum Sentences {
    /// Returns the ranges of the sentences of a passage's text, as indices of the slice.
    ///
    /// The ranges are in order and cover the text without gaps or overlaps. White space belongs to the sentence
    /// before it. No range splits a scalar. A text that is not empty has at least one sentence.
    ///
    /// - Parameter text: Valid UTF-8, such as `document.text.utf8[passage.span]`.
    /// - Complexity: O(*n*) in the length of the text.
    public static func ranges(in text: ArraySlice<UInt8>) -> [Range<Int>] {
        let string = String(decoding: text, as: UTF8.self)
        let scalars = string.unicodeScalars
        var ranges: [Range<Int>] = []
        var start = scalars.startIndex
        var offset = text.startIndex
        var position = start
        while let mark = scalars[position...].firstIndex(where: isMark) {
            let marks = Marks(from: mark, in: scalars)
            position = marks.end
            guard marks.end(sentenceFrom: start, in: scalars) else { continue }
            let end = offset + string.utf8.distance(from: start, to: marks.next)
            ranges.append(offset..<end)
            (start, offset, position) = (marks.next, end, marks.next)
        }
        if offset < text.endIndex { ranges.append(offset..<text.endIndex) }
        return ranges
    }

    private typealias Scalars = String.UnicodeScalarView

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? scalar == "." || scalar == "!" || scalar == "?"
            : scalar == "…" || scalar.properties.isSentenceTerminal
    }

    /// A run of sentence marks and the closing characters after them.
    private struct Marks {
        let start: Scalars.Index
        /// The index after the last mark or closing character.
        let end: Scalars.Index
        /// The index of the first scalar after the white space that follows.
        let next: Scalars.Index
        private let count: Int
        private let last: Unicode.Scalar

        init(from start: Scalars.Index, in scalars: Scalars) {
            var (end, count, last) = (start, 0, scalars[start])
            while end < scalars.endIndex {
                if Sentences.isMark(scalars[end]) {
                    count += 1
                    last = scalars[end]
                } else if !closes(at: end, in: scalars) {
                    break
                }
                scalars.formIndex(after: &end)
            }
            let next = skippingSpace(from: end, in: scalars)
            let closesApart =
                next > end && next < scalars.endIndex && scalars[next].properties.generalCategory == .finalPunctuation
                && isSpaceOrEnd(scalars.index(after: next), in: scalars)
            self.end = closesApart ? scalars.index(after: next) : end
            self.next = closesApart ? skippingSpace(from: self.end, in: scalars) : next
            self.start = start
            self.count = count
            self.last = last
        }

        /// Whether the sentence that begins at an index ends here and another one follows.
        func end(sentenceFrom first: Scalars.Index, in scalars: Scalars) -> Bool {
            guard next < scalars.endIndex else { return false }
            if last == "。" || last == "！" || last == "？" || last == "｡" { return true }
            guard next > end, canBegin(scalars[next]) else { return false }
            guard count == 1, last == "." else { return true }
            return !Abbreviations.endsIn(scalars[first..<start], before: scalars[next])
        }
    }

    private static func closes(at index: Scalars.Index, in scalars: Scalars) -> Bool {
        let scalar = scalars[index]
        return switch scalar.properties.generalCategory {
        case .closePunctuation, .finalPunctuation: true
        case .initialPunctuation: isSpaceOrEnd(scalars.index(after: index), in: scalars)
        default: scalar == "\"" || scalar == "'"
        }
    }

    private static func isSpaceOrEnd(_ index: Scalars.Index, in scalars: Scalars) -> Bool {
        index == scalars.endIndex || scalars[index].properties.isWhitespace
    }

    private static func skippingSpace(from index: Scalars.Index, in scalars: Scalars) -> Scalars.Index {
        scalars[index...].firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    }

    private static func canBegin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber,
            .openPunctuation, .initialPunctuation, .finalPunctuation:
            true
        // Georgian is written without capitals, although Unicode has capital forms of its letters.
        case .lowercaseLetter: (0x10D0...0x10FF).contains(scalar.value)
        default: scalar == "\"" || scalar == "'" || scalar == "¿" || scalar == "¡"
        }
    }
}
