/// A selection's name or description, which many programs make of the words that are selected.
///
/// They collapse white space in it, and cut it, with an ellipsis behind. One such as `Quotation 6:1` is no beginning of any text,
/// and so says nothing.
struct SelectionLabel {
    /// With white space collapsed, and none at its ends.
    private let words: [Unicode.Scalar]
    private let isCut: Bool
    private let beginsWithSpace: Bool
    private let endsWithSpace: Bool

    /// Nothing where there are no words in it.
    init?(_ text: String) {
        var words: [Unicode.Scalar] = []
        var spaces = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                spaces += 1
            } else {
                if spaces > 0, !words.isEmpty { words.append(" ") }
                spaces = 0
                words.append(scalar)
            }
        }
        let dots = words.last == "…" ? 1 : words.suffix(3) == [".", ".", "."] ? 3 : 0
        words.removeLast(dots)
        if words.last == " " { words.removeLast() }
        guard !words.isEmpty else { return nil }
        self.words = words
        isCut = dots > 0
        beginsWithSpace = text.unicodeScalars.first?.properties.isWhitespace ?? false
        endsWithSpace = spaces > 0
    }

    /// How much it says for a span being the selected words, as the logarithm of odds; 0 where it says nothing.
    ///
    /// A label of a few letters can be found by chance. White space at the ends of one of them that the other lacks weakens it.
    func weight(for span: Range<Int>, in text: [Unicode.Scalar]) -> Double {
        let strength = min(10, 2 * Double(words.count))
        let start = skip(span.lowerBound, span, text: text)
        guard var at = matched(from: start, span, text: text) else { return 0 }
        if isCut { return strength }
        let end = at
        at = skip(at, span, text: text)
        guard at == span.upperBound else { return words.count >= 8 ? strength / 2 : 0 }
        let isSame = (start > span.lowerBound) == beginsWithSpace && (at > end) == endsWithSpace
        return isSame ? strength : max(0, strength - 3)
    }

    /// Where its words end in the text, if they stand there from a place on.
    private func matched(from start: Int, _ span: Range<Int>, text: [Unicode.Scalar]) -> Int? {
        var at = start
        for scalar in words {
            let next = scalar == " " ? skip(at, span, text: text) : at
            guard scalar == " " ? next > at : at < span.upperBound && text[at] == scalar else { return nil }
            at = scalar == " " ? next : at + 1
        }
        return at
    }

    /// Where white space ends that begins at a place: at most a few lines of it, so that the cost follows the label.
    private func skip(_ at: Int, _ span: Range<Int>, text: [Unicode.Scalar]) -> Int {
        let limit = min(span.upperBound, at + 64)
        var at = at
        while at < limit, text[at].properties.isWhitespace { at += 1 }
        return at
    }
}
