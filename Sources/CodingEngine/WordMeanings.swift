import Model

/// What a word that some pattern matches has to say, worked out once for each word met.
struct WordMeaning: BitwiseCopyable {
    /// Where its numbers begin, and how many there are of each sort, in this order: matches (code and indicator), phrases
    /// of this word alone that limited rules ask for, nodes from which longer phrases go on, patterns inside phrases.
    var start: UInt32 = 0
    var matches: UInt32 = 0
    var phrases: UInt32 = 0
    var begins: UInt32 = 0
    var inner: UInt32 = 0
    /// The patterns inside phrases, as ``PhraseTrie/bit(of:)``.
    var innerBits: UInt64 = 0

    /// Where the numbers of each sort stand.
    @inline(__always)
    var phrasesRange: Range<UInt32> {
        let from = start &+ 2 &* matches
        return Range(uncheckedBounds: (from, from &+ phrases))
    }

    @inline(__always)
    var beginsRange: Range<UInt32> {
        let from = phrasesRange.upperBound
        return Range(uncheckedBounds: (from, from &+ begins))
    }

    @inline(__always)
    var innerRange: Range<UInt32> {
        let from = beginsRange.upperBound
        return Range(uncheckedBounds: (from, from &+ inner))
    }
}

/// The meanings of all words met, one after the other. Meaning 0 says nothing, as most words do.
struct WordMeanings: ~Copyable {
    private var all = Pile(repeating: WordMeaning(), count: 1)
    private var numbers = Pile<Int32>()

    private static let mostNumbers = 1 << 22

    /// Whether it has grown so much that one should begin anew.
    var isFull: Bool { numbers.count > Self.mostNumbers }

    @inline(__always)
    subscript(meaning: Int) -> WordMeaning { all[meaning] }

    /// One of the numbers that a meaning refers to.
    @inline(__always)
    func number(_ at: UInt32) -> Int32 { numbers[Int(at)] }

    /// The code and indicator of one of a meaning's matches.
    @inline(__always)
    func match(_ at: UInt32, of meaning: WordMeaning) -> (code: Int32, indicator: Int32) {
        let place = meaning.start &+ 2 &* at
        return (number(place), number(place &+ 1))
    }

    /// Keeps what some patterns, given in ascending order, say of a word.
    /// - Returns: Its number.
    mutating func add(_ patterns: [Int32], _ phrases: PhraseTrie, _ rules: PhraseRules) -> Int {
        guard !patterns.isEmpty else { return 0 }
        var meaning = WordMeaning(start: UInt32(numbers.count))
        let nodes = patterns.map { phrases.node(after: 0, $0) }.filter { $0 >= 0 }
        let alone = nodes.map { Int(phrases.nodes[Int($0)].phrase) }.filter { $0 >= 0 }
        // All have one span: of a code's indicators the first earns it.
        let matches = alone.flatMap { rules.plain[rules.plainRange(of: $0)] }.sorted {
            ($0.code, $0.indicator) < ($1.code, $1.indicator)
        }
        for match in matches { numbers.append([match.code, match.indicator]) }
        let asked = alone.filter { rules.isNeeded($0) }
        numbers.append(asked.map(Int32.init))
        let begins = nodes.filter { phrases.nodes[Int($0)].goesOn }
        numbers.append(begins)
        let inner = patterns.filter { phrases.isInner($0) }
        numbers.append(inner)
        (meaning.matches, meaning.phrases) = (UInt32(matches.count), UInt32(asked.count))
        (meaning.begins, meaning.inner) = (UInt32(begins.count), UInt32(inner.count))
        meaning.innerBits = inner.reduce(0) { $0 | PhraseTrie.bit(of: $1) }
        all.append(meaning)
        return all.count - 1
    }

    mutating func removeAll() {
        all.removeAll(from: 1)
        numbers.removeAll()
    }
}
