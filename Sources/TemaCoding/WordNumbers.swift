import TemaModel

/// Numbers the words of passages. Words that the matcher considers equal have the same number.
package struct WordNumbers {
    /// The folded words, by number.
    package private(set) var words: [String] = []

    /// A number that is in the place of what separates two words of which no phrase can consist, such as a comma.
    package static let gap: Int32 = -1

    private let ignoresAccents: Bool
    private var scanner = WordScanner()
    private var numbers: [String: Int32] = [:]
    /// The numbers of short words, so that only new ones are folded.
    private var short: [Key: Int32] = [:]

    private struct Key: Hashable {
        let low: UInt64
        let high: UInt64
    }

    /// - Parameter ignoresAccents: Whether accents do not count (``Model/Codebook/ignoresAccents``).
    package init(ignoresAccents: Bool) { self.ignoresAccents = ignoresAccents }

    /// Appends the numbers of a passage's words, in text order, with ``gap`` between words that are not one phrase.
    ///
    /// - Parameters:
    ///   - passage: The passage, in UTF-8 offsets of the text.
    ///   - list: The numbers of earlier words.
    /// - Complexity: O(*n*) in the length of the passage.
    package mutating func append(_ passage: Range<Int>, of text: Text, to list: inout [Int32]) {
        let bytes = text.utf8.span.bytes
        var end = passage.lowerBound
        var isFirst = true
        while scanner.next(in: bytes, from: end, to: passage.upperBound) {
            if !isFirst, !isPlain(bytes, end..<scanner.start) { list.append(Self.gap) }
            list.append(number(bytes))
            (end, isFirst) = (scanner.end, false)
        }
    }

    private func isPlain(_ text: RawSpan, _ between: Range<Int>) -> Bool {
        if between.count == 1, text.byte(between.lowerBound) == UInt8(ascii: " ") { return true }
        return PhraseGap.plain.fits(scalars(of: text, between))
    }

    /// Returns the number of the word that was found last.
    private mutating func number(_ text: RawSpan) -> Int32 {
        guard scanner.isShort else { return folded(text) }
        let key = Key(low: scanner.key.0, high: scanner.key.1)
        if let known = short[key] { return known }
        let number = folded(text)
        short[key] = number
        return number
    }

    private mutating func folded(_ text: RawSpan) -> Int32 {
        let word = scalars(of: text, scanner.start..<scanner.end)
        let folded = String(Word.folded(word, ignoringAccents: ignoresAccents))
        // A word of vowel signs only; no indicator finds it.
        guard !folded.isEmpty else { return Self.gap }
        if let known = numbers[folded] { return known }
        let number = Int32(words.count)
        words.append(folded)
        numbers[folded] = number
        return number
    }
}
