/// The phrases of one length that enough passages of the target have.
///
/// Such a phrase consists of two such phrases that are shorter by one word and overlap, so all others are skipped.
struct PhraseLevel {
    /// Where each phrase occurs first, as an index of ``TypicalWords/words``.
    private(set) var starts: [Int] = []
    /// The passages of each phrase.
    private(set) var counts: [PassageCounts] = []

    private struct Parts: Hashable {
        let first: Int32
        let second: Int32
    }

    /// - Parameter grams: For each word, the number of the frequent phrase of `length - 1` words that begins there, or -1. It is
    ///   replaced by that of the phrase of `length` words.
    init(_ grams: inout [Int32], length: Int, _ text: TypicalWords, _ kinds: [WordKind]) {
        var numbers: [Parts: Int32] = [:]
        for (number, passage) in text.passages.enumerated() where passage.isTarget {
            for index in passage.words {
                guard let parts = Self.parts(index, grams, length, text, kinds) else {
                    grams[index] = TypicalWords.gap
                    continue
                }
                let phrase = numbers[parts] ?? Int32(truncatingIfNeeded: starts.count)
                if phrase == starts.count {
                    numbers[parts] = phrase
                    starts.append(index)
                    counts.append(PassageCounts())
                }
                counts[Int(phrase)].add(number, passage)
                grams[index] = phrase
            }
        }
        let places = keepFrequent()
        numbers = numbers.compactMapValues { places[Int($0)] }
        for (number, passage) in text.passages.enumerated() {
            for index in passage.words {
                if passage.isTarget {
                    if grams[index] != TypicalWords.gap {
                        grams[index] = places[Int(grams[index])] ?? TypicalWords.gap
                    }
                } else if let phrase = Self.parts(index, grams, length, text, kinds).flatMap({ numbers[$0] }) {
                    counts[Int(phrase)].add(number, passage)
                    grams[index] = phrase
                } else {
                    grams[index] = TypicalWords.gap
                }
            }
        }
    }

    /// Removes the phrases that too few passages have.
    ///
    /// - Returns: The new number of each phrase, or nil if it was removed.
    private mutating func keepFrequent() -> [Int32?] {
        var kept: Int32 = 0
        let places = counts.map { count -> Int32? in
            guard count.target >= TypicalWords.fewestPassages else { return nil }
            kept += 1
            return kept - 1
        }
        starts = zip(starts, places).compactMap { $1 == nil ? nil : $0 }
        counts = zip(counts, places).compactMap { $1 == nil ? nil : $0 }
        return places
    }

    /// Returns the two phrases of which the phrase at a place consists, or nil if there is no frequent one.
    private static func parts(
        _ index: Int, _ grams: [Int32], _ length: Int, _ text: TypicalWords, _ kinds: [WordKind]
    ) -> Parts? {
        let (first, second) = (grams[index], grams[index + 1])
        guard first != TypicalWords.gap, second != TypicalWords.gap else { return nil }
        if length > TypicalWords.longestPhrase.words {
            let words = text.words[index..<index + length]
            guard words.allSatisfy({ kinds[Int($0)].isUnspaced }) else { return nil }
        }
        return Parts(first: first, second: second)
    }
}
