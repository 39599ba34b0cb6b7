import Model

/// What the words met have to say, worked out once for each.
struct WordMeanings: ~Copyable {
    /// What a word has to say; its lists are ranges of ``WordMeanings/number(_:)``.
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
        var matches: Range<Int> { Range(uncheckedBounds: (Int(bounds.0), Int(bounds.1))) }
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

    private var numbers = Pile<Int32>()

    /// Whether it has grown so much that one should begin anew.
    var isFull: Bool { numbers.count > Self.mostNumbers }

    /// One of the numbers that a meaning refers to.
    @inline(__always)
    func number(_ at: Int) -> Int32 { numbers[at] }

    /// Keeps what some patterns, given in ascending order, say of a word.
    mutating func add(_ patterns: [Int32], _ phrases: PhraseTrie, _ rules: PhraseRules) -> Meaning {
        guard !patterns.isEmpty else { return Meaning() }
        let nodes = patterns.map { phrases.node(after: 0, $0) }.filter { $0 >= 0 }
        let alone = nodes.map { Int(phrases.nodes[Int($0)].phrase) }.filter { $0 >= 0 }
        // All have one span: of a code's indicators the first earns it.
        let matches = alone.flatMap { rules.plain[rules.plainRange(of: $0)] }.sorted {
            ($0.code, $0.indicator) < ($1.code, $1.indicator)
        }
        let begins = nodes.filter { phrases.nodes[Int($0)].goesOn }
        let inner = patterns.filter { phrases.isInner($0) }
        var meaning = Meaning(
            next: begins.reduce(0) { $0 | phrases.nodes[Int($1)].next },
            inner: inner.reduce(PhraseTrie.anyWordBit) { $0 | PhraseTrie.bit(of: $1) })
        meaning.bounds.0 = Int32(numbers.count)
        meaning.bounds.1 = end(adding: matches.flatMap { [$0.code, $0.indicator] })
        meaning.bounds.2 = end(adding: alone.filter { rules.isNeeded($0) }.map(Int32.init))
        meaning.bounds.3 = end(adding: begins)
        meaning.bounds.4 = end(adding: inner)
        return meaning
    }

    private mutating func end(adding list: [Int32]) -> Int32 {
        numbers.append(list)
        return Int32(numbers.count)
    }

    mutating func removeAll() { numbers.removeAll() }
}
