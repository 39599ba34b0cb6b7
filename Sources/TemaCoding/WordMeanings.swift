import TemaModel

/// The meanings of words: what their patterns match, computed once for each word.
struct WordMeanings: ~Copyable {
    /// The meaning of a word. Its lists are ranges of indexes for ``WordMeanings/number(_:)``.
    struct Meaning: BitwiseCopyable {
        /// The patterns that may follow the word in phrases that begin with it: the union of their nodes'
        /// ``PhraseTrie/Node/next``.
        fileprivate(set) var next: UInt64 = 0
        /// The patterns after the first word of a phrase that match the word, as ``PhraseTrie/bit(of:)``, with the bit
        /// of any word.
        fileprivate(set) var inner = PhraseTrie.anyWordBit
        fileprivate var bounds: (Int32, Int32, Int32, Int32, Int32) = (0, 0, 0, 0, 0)

        /// Whether the word has no meaning, which is true of most words.
        @inline(__always)
        var isEmpty: Bool { bounds.0 == bounds.4 }
        /// Pairs of a code and an indicator that the word alone matches, in this order.
        @inline(__always)
        var matches: (Int32, Int32) { (bounds.0, bounds.1) }
        /// The phrases of this word alone that limited rules refer to.
        @inline(__always)
        var phrases: Range<Int> { Range(uncheckedBounds: (Int(bounds.1), Int(bounds.2))) }
        /// The nodes of phrases that begin with the word and continue.
        @inline(__always)
        var begins: Range<Int> { Range(uncheckedBounds: (Int(bounds.2), Int(bounds.3))) }
        /// The patterns after the first word of a phrase that match the word.
        @inline(__always)
        var patterns: Range<Int> { Range(uncheckedBounds: (Int(bounds.3), Int(bounds.4))) }
    }

    private static let mostNumbers = 1 << 22

    private var numbers = ScratchBuffer<Int32>()

    /// Whether the meanings should be cleared, because they use much memory.
    var isFull: Bool { numbers.count > Self.mostNumbers }

    /// Returns one of the numbers that a meaning refers to.
    @inline(__always)
    func number(_ at: Int) -> Int32 { numbers[at] }

    /// Stores and returns the meaning of a word that matches some patterns, in ascending order.
    mutating func add(_ patterns: [Int32], _ phrases: PhraseTrie, rules: PhraseRules) -> Meaning {
        guard !patterns.isEmpty else { return Meaning() }
        var meaning = Meaning()
        meaning.bounds.0 = end
        addMatches(patterns, phrases, rules: rules)
        meaning.bounds.1 = end
        for pattern in patterns {
            let phrase = phrases.phrase(of: pattern)
            if phrase >= 0, rules.isNeeded(Int(phrase)) { numbers.append(phrase) }
        }
        meaning.bounds.2 = end
        for pattern in patterns {
            let node = phrases.node(after: 0, pattern)
            guard node >= 0, phrases.nodes[Int(node)].hasContinuation else { continue }
            numbers.append(node)
            meaning.next |= phrases.nodes[Int(node)].next
        }
        meaning.bounds.3 = end
        for pattern in patterns where phrases.isInner(pattern) {
            numbers.append(pattern)
            meaning.inner |= PhraseTrie.bit(of: pattern)
        }
        meaning.bounds.4 = end
        return meaning
    }

    /// Appends pairs of code and indicator, sorted. All matches have one span, so the first indicator of a code counts.
    private mutating func addMatches(_ patterns: [Int32], _ phrases: PhraseTrie, rules: PhraseRules) {
        var matches: [PhraseRules.Plain] = []
        for pattern in patterns {
            let phrase = phrases.phrase(of: pattern)
            if phrase >= 0 { matches += rules.plain[rules.plainRange(of: Int(phrase))] }
        }
        if matches.count > 1 { matches.sort { ($0.code, $0.indicator) < ($1.code, $1.indicator) } }
        for match in matches {
            numbers.append(match.code)
            numbers.append(match.indicator)
        }
    }

    private var end: Int32 { Int32(numbers.count) }

    mutating func removeAll() { numbers.removeAll() }
}
