/// Cuts a passage into sentences, for counting what stands in one.
///
/// A sentence ends
/// - after marks: `.`, `!`, `?`, `…` and whatever else Unicode calls a sentence terminal, with the closing quotes and
///   brackets that follow them (a `“` that white space follows closes, as in German, and so does a `»` after a space, as
///   in French);
/// - when white space follows, or, after `。`, `！`, `？` and `｡`, anything;
/// - and, save after those four, what comes next can begin a sentence: a capital, a digit, an opening quote or bracket,
///   `¿`, `¡`, or a letter of a script without case.
///
/// It does not end after a single full stop that follows an abbreviation (``Abbreviations``), a capital by itself
/// ("J. Smith", "U.S. law"), or a number that begins the sentence ("1. Introduction"). So an abbreviation that does end a
/// sentence is missed, and so is an end whose white space is hidden by a raised reference ("found.12 Then"). Scripts that
/// write no mark, such as Thai, make each passage one sentence.
public enum Sentences {
    /// The sentences of a passage's text, in the offsets of the slice: in order, without gaps or overlaps, from its first
    /// byte to its last. White space belongs to the sentence before it. No sentence begins inside a scalar, and a text
    /// that is not empty has at least one. Takes time in proportion to the text.
    ///
    /// - Parameter text: valid UTF-8, such as `document.text.utf8[passage.span]`.
    public static func ranges(in text: ArraySlice<UInt8>) -> [Range<Int>] {
        let string = String(decoding: text, as: UTF8.self)
        let scalars = string.unicodeScalars
        var ranges: [Range<Int>] = []
        var start = scalars.startIndex
        var offset = text.startIndex
        var at = start
        while let mark = scalars[at...].firstIndex(where: isMark) {
            let marks = Marks(from: mark, in: scalars)
            at = marks.end
            guard marks.end(sentenceFrom: start, in: scalars) else { continue }
            let end = offset + string.utf8.distance(from: start, to: marks.next)
            ranges.append(offset..<end)
            (start, offset, at) = (marks.next, end, marks.next)
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

    /// A run of marks with what closes after them.
    private struct Marks {
        let start: Scalars.Index
        /// After the last mark or closing character.
        let end: Scalars.Index
        /// The first scalar after the white space that follows.
        let next: Scalars.Index
        private let count: Int
        private let last: Unicode.Scalar

        package init(from start: Scalars.Index, in scalars: Scalars) {
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

        /// Whether the sentence that began at an index ends here, and another follows.
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
        // Georgian is written without capitals, though Unicode gives its letters some.
        case .lowercaseLetter: (0x10D0...0x10FF).contains(scalar.value)
        default: scalar == "\"" || scalar == "'" || scalar == "¿" || scalar == "¡"
        }
    }
}
