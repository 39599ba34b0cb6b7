import TemaModel

/// What the words met have to say, worked out once for each.
struct WordMeanings: ~Copyable {
    /// What a word has to say; its lists are parts of ``WordMeanings/number(_:)``, told by where they begin and end.
    struct Meaning: BitwiseCopyable {
        /// What may stand behind the word in the phrases that begin with it, as ``PhraseTrie/Node/next`` of all of them.
        fileprivate(set) var next: UInt64 = 0
        /// The patterns inside phrases that it matches, as ``PhraseTrie/bit(of:)``, with that of any word.
        fileprivate(set) var inner = PhraseTrie.anyWordBit
        fileprivate var bounds: (Int32, Int32, Int32, Int32, Int32) = (0, 0, 0, 0, 0)

        /// Whether it says nothing, as most words of most texts.
        @inline(__always)
        var isEmpty: Bool { bounds.0 == bounds.4 }
        /// Codes and indicators that the word alone is a match of, by code and by indicator; a pair for each.
        @inline(__always)
        var matches: (Int32, Int32) { (bounds.0, bounds.1) }
        /// Phrases of this word alone that limited rules ask for.
        @inline(__always)
        var phrases: Range<Int> { Range(uncheckedBounds: (Int(bounds.1), Int(bounds.2))) }
        /// Nodes from which longer phrases go on.
        @inline(__always)
        var begins: Range<Int> { Range(uncheckedBounds: (Int(bounds.2), Int(bounds.3))) }
        /// Patterns inside phrases.
        @inline(__always)
        var patterns: Range<Int> { Range(uncheckedBounds: (Int(bounds.3), Int(bounds.4))) }
    }

    private static let mostNumbers = 1 << 22

    private var numbers = ScratchBuffer<Int32>()

    /// Whether it has grown so much that one should begin anew.
    var isFull: Bool { numbers.count > Self.mostNumbers }

    /// One of the numbers that a meaning refers to.
    @inline(__always)
    func number(_ at: Int) -> Int32 { numbers[at] }

    /// Keeps what some patterns, given in ascending order, say of a word.
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
            guard node >= 0, phrases.nodes[Int(node)].goesOn else { continue }
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

    /// All have one span: of a code's indicators the first earns it.
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
