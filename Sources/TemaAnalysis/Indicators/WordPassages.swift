/// The passages in which each word occurs.
struct WordPassages {
    private let text: TypicalWords
    /// The numbers of passages, word by word; those of a word begin at its offset.
    private var passages: [Int32]
    private var offsets: [Int]
    /// For each passage and document, the last call in which it was counted.
    private var seen: [Int32]
    private var call: Int32 = 0

    init(_ text: TypicalWords, _ counts: [PassageCounts]) {
        self.text = text
        var next: [Int] = []
        var total = 0
        for count in counts {
            next.append(total)
            total += Int(count.target + count.rest)
        }
        offsets = next + [total]
        passages = Array(repeating: -1, count: total)
        seen = Array(repeating: 0, count: text.passages.count)
        for (number, passage) in text.passages.enumerated() {
            for word in text.words[passage.words] where word != TypicalWords.gap {
                let (word, number) = (Int(word), Int32(truncatingIfNeeded: number))
                guard next[word] == offsets[word] || passages[next[word] - 1] != number else { continue }
                passages[next[word]] = number
                next[word] += 1
            }
        }
    }

    /// Returns the passages in which any of some words occurs.
    mutating func counts(of words: [Int]) -> PassageCounts {
        call += 1
        var found: [Int] = []
        for word in words {
            for passage in passages[offsets[word]..<offsets[word + 1]] where seen[Int(passage)] != call {
                seen[Int(passage)] = call
                found.append(Int(passage))
            }
        }
        var counts = PassageCounts()
        for number in found.sorted() { counts.add(number, text.passages[number]) }
        return counts
    }
}
