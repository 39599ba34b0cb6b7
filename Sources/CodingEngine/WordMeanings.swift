import Model

/// What the words met have to say, worked out once for each: numbers that lie one word's behind the other's, so that all
/// that is known of a word is fetched at once. A word is known by where its numbers begin; 0 says nothing, as most do.
struct WordMeanings: ~Copyable {
    /// How much a word has to say, and where it stands.
    struct Meaning {
        /// Codes and indicators that the word alone is a match of, by code and by indicator; a pair for each.
        let matches: Range<Int>
        /// Phrases of this word alone that limited rules ask for.
        let phrases: Range<Int>
        /// Nodes from which longer phrases go on, each with the two halves of ``PhraseTrie/Node/next``.
        let begins: Range<Int>
        /// Patterns inside phrases.
        let inner: Range<Int>
        /// These as ``PhraseTrie/bit(of:)``, with that of any word.
        let innerBits: UInt64
    }

    private static let headLength = 6
    private static let mostNumbers = 1 << 22

    private var numbers = Pile<Int32>()

    init() { removeAll() }

    /// Whether it has grown so much that one should begin anew.
    var isFull: Bool { numbers.count > Self.mostNumbers }

    @inline(__always)
    subscript(word: Int) -> Meaning { self[word, numbers[word]] }

    /// The same where its first number is known already.
    @inline(__always)
    subscript(word: Int, first: Int32) -> Meaning {
        let matches = word &+ Self.headLength
        let phrases = matches &+ Int(first)
        let begins = phrases &+ Int(numbers[word &+ 1])
        let inner = begins &+ Int(numbers[word &+ 2])
        let end = inner &+ Int(numbers[word &+ 3])
        return Meaning(
            matches: Range(uncheckedBounds: (matches, phrases)), phrases: Range(uncheckedBounds: (phrases, begins)),
            begins: Range(uncheckedBounds: (begins, inner)), inner: Range(uncheckedBounds: (inner, end)),
            innerBits: bits(word &+ 4))
    }

    /// One of the numbers that a meaning refers to.
    @inline(__always)
    func number(_ at: Int) -> Int32 { numbers[at] }

    /// Two of them, as one set of bits.
    @inline(__always)
    func bits(_ at: Int) -> UInt64 {
        UInt64(UInt32(bitPattern: numbers[at])) | UInt64(UInt32(bitPattern: numbers[at &+ 1])) << 32
    }

    /// Keeps what some patterns, given in ascending order, say of a word.
    /// - Returns: Where its numbers begin.
    mutating func add(_ patterns: [Int32], _ phrases: PhraseTrie, _ rules: PhraseRules) -> Int {
        guard !patterns.isEmpty else { return 0 }
        let nodes = patterns.map { phrases.node(after: 0, $0) }.filter { $0 >= 0 }
        let alone = nodes.map { Int(phrases.nodes[Int($0)].phrase) }.filter { $0 >= 0 }
        // All have one span: of a code's indicators the first earns it.
        let matches = alone.flatMap { rules.plain[rules.plainRange(of: $0)] }.sorted {
            ($0.code, $0.indicator) < ($1.code, $1.indicator)
        }
        let begins = nodes.filter { phrases.nodes[Int($0)].goesOn }
        return add(
            matches: matches.flatMap { [$0.code, $0.indicator] },
            phrases: alone.filter { rules.isNeeded($0) }.map(Int32.init),
            begins: begins.flatMap { [$0] + Self.halves(phrases.nodes[Int($0)].next) },
            inner: patterns.filter { phrases.isInner($0) })
    }

    private mutating func add(matches: [Int32], phrases: [Int32], begins: [Int32], inner: [Int32]) -> Int {
        let word = numbers.count
        numbers.append([matches, phrases, begins, inner].map { Int32($0.count) })
        numbers.append(Self.halves(inner.reduce(PhraseTrie.anyWordBit) { $0 | PhraseTrie.bit(of: $1) }))
        for list in [matches, phrases, begins, inner] { numbers.append(list) }
        return word
    }

    private static func halves(_ bits: UInt64) -> [Int32] {
        [Int32(truncatingIfNeeded: bits), Int32(truncatingIfNeeded: bits >> 32)]
    }

    mutating func removeAll() {
        numbers.removeAll()
        _ = add(matches: [], phrases: [], begins: [], inner: [])
    }
}
