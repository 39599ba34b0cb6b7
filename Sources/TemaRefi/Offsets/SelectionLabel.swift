/// A selection's name or description, which many programs derive from the selected text.
///
/// They collapse white space, and cut the text and add an ellipsis. A label such as `Quotation 6:1` is not the
/// beginning of the text, and carries no information.
struct SelectionLabel {
    /// The scalars of the label, with white space collapsed and removed at the ends.
    private let words: [Unicode.Scalar]
    private let isCut: Bool
    private let beginsWithSpace: Bool
    private let endsWithSpace: Bool

    /// Returns nil if the label is empty.
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

    /// Returns the evidence that a span is the selected text, as the logarithm of odds; 0 if there is no evidence.
    ///
    /// A label of a few letters can match by chance. White space at the ends of only one of the two weakens the
    /// evidence.
    func weight(for span: Range<Int>, in text: [Unicode.Scalar]) -> Double {
        let strength = min(10, 2 * Double(words.count))
        let start = skip(span.lowerBound, span, text: text)
        guard var index = matched(from: start, span, text: text) else { return 0 }
        if isCut { return strength }
        let end = index
        index = skip(index, span, text: text)
        guard index == span.upperBound else { return words.count >= 8 ? strength / 2 : 0 }
        let isSame = (start > span.lowerBound) == beginsWithSpace && (index > end) == endsWithSpace
        return isSame ? strength : max(0, strength - 3)
    }

    /// Returns where the label ends in the text if it occurs at a position, else nil.
    private func matched(from start: Int, _ span: Range<Int>, text: [Unicode.Scalar]) -> Int? {
        var index = start
        for scalar in words {
            let next = scalar == " " ? skip(index, span, text: text) : index
            guard scalar == " " ? next > index : index < span.upperBound && text[index] == scalar else { return nil }
            index = scalar == " " ? next : index + 1
        }
        return index
    }

    /// Returns where white space from a position on ends. At most 64 scalars are skipped, so that the cost depends on
    /// the label.
    private func skip(_ index: Int, _ span: Range<Int>, text: [Unicode.Scalar]) -> Int {
        let limit = min(span.upperBound, index + 64)
        var index = index
        while index < limit, text[index].properties.isWhitespace { index += 1 }
        return index
    }
}
