import TemaModel

/// Caches the meanings of words; one for each worker.
///
/// Texts repeat words, so nearly all lookups end here, however many indicators there are. A full cache must be cleared.
/// The caller decides when, because clearing invalidates the numbers of words.
struct WordCache: ~Copyable {
    struct Entry: BitwiseCopyable {
        /// The bytes of a word of at most 16 bytes; zeros for a longer one.
        var key: WordScanner.Key
        var meaning: WordMeanings.Meaning
    }

    private static let fewestBits: UInt64 = 11
    /// Less than `UInt16.max` by some thousand: after the cache is full, the words of the current part are still added.
    private static let mostWords = 60_000

    /// For each value of ``bits`` bits of a word's hash, its number in ``entries``, or 0. Collisions use the next free
    /// place. Small elements keep this randomly accessed table in the CPU cache.
    private var index = ScratchBuffer<UInt16>(repeating: 0, count: 1 << fewestBits)
    private var bits = fewestBits
    /// In the order of first occurrence, which keeps frequent words close together in memory. The first entry is
    /// unused.
    private var entries = ScratchBuffer(repeating: Entry(key: (0, 0), meaning: WordMeanings.Meaning()), count: 1)
    private var long = LongWords()
    private(set) var meanings = WordMeanings()
    private var walk = WordTrie.Walk()
    private var folding = FoldingTable()

    /// The meaning of a word, by its number.
    @inline(__always)
    subscript(word: UInt32) -> WordMeanings.Meaning { entries[Int(word)].meaning }

    /// Returns the number of a short word if the word is cached and at its first place; otherwise another number.
    ///
    /// It is called for many words before their numbers are needed, so that the memory accesses of these words overlap.
    @inline(__always)
    func likelyNumber(of key: WordScanner.Key) -> UInt32 { UInt32(index[firstPlace(of: key)]) }

    /// Returns the number of a short word. A new word is looked up in the codebook.
    @inline(__always)
    mutating func number(of key: WordScanner.Key, likely: UInt32, in matcher: Matcher) -> UInt32 {
        entries[Int(likely)].key == key ? likely : find(key, matcher)
    }

    /// Returns the number of a word that has no key, by its place in a text.
    mutating func number(ofLong text: RawSpan, _ word: Range<Int>, in matcher: Matcher) -> UInt32 {
        let bytes = word.map { text.byte($0) }[...]
        if let known = long.number(of: bytes) { return known }
        let number = keep((0, 0), bytes, matcher: matcher)
        long.set(bytes, number)
        return number
    }

    /// Returns the first place in ``index`` to look for a word.
    @inline(__always)
    private func firstPlace(of key: WordScanner.Key) -> Int {
        let mixed = (key.0 ^ (key.1 &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed &>> (64 &- bits))
    }

    /// Returns the place in ``index`` where the number of a word is or would be inserted.
    private func place(of key: WordScanner.Key) -> Int {
        var position = firstPlace(of: key)
        while index[position] != 0, entries[Int(index[position])].key != key {
            position = (position &+ 1) & (index.count &- 1)
        }
        return position
    }

    @inline(never)
    private mutating func find(_ key: WordScanner.Key, _ matcher: Matcher) -> UInt32 {
        let known = index[place(of: key)]
        if known != 0 { return UInt32(known) }
        // A table that is at most a quarter full finds most words at their first place.
        if 4 * entries.count >= index.count { grow() }
        let bytes = withUnsafeBytes(of: (key.0.littleEndian, key.1.littleEndian)) { Array($0.prefix { $0 != 0 }) }
        let number = keep(key, bytes[...], matcher: matcher)
        index[place(of: key)] = UInt16(number)
        return number
    }

    /// Folds a word, looks it up in the trie and keeps its meaning.
    private mutating func keep(_ key: WordScanner.Key, _ bytes: ArraySlice<UInt8>, matcher: Matcher) -> UInt32 {
        matcher.words.begin(&walk)
        let text = bytes.span.bytes
        if folding.changesOnlyCapitals(text, ignoringAccents: matcher.ignoresAccents) {
            // The usual case, without a copy of the word.
            var index = 0
            while index < text.byteCount {
                let (value, size) = decode(text, at: index, limit: text.byteCount)
                guard let scalar = Unicode.Scalar(value), matcher.words.step(Word.foldedASCII(scalar), &walk) else {
                    break
                }
                index += size
            }
        } else {
            let word = String(decoding: bytes, as: UTF8.self).unicodeScalars
            for scalar in Word.folded(word, ignoringAccents: matcher.ignoresAccents) {
                guard matcher.words.step(scalar, &walk) else { break }
            }
        }
        let meaning = meanings.add(matcher.words.matches(walk), matcher.phrases, rules: matcher.rules)
        entries.append(Entry(key: key, meaning: meaning))
        return UInt32(entries.count - 1)
    }

    /// Doubles the capacity for words.
    private mutating func grow() {
        bits += 1
        index = ScratchBuffer(repeating: 0, count: 1 << bits)
        for number in 1..<entries.count where entries[number].key != (0, 0) {
            index[place(of: entries[number].key)] = UInt16(number)
        }
    }

    /// Whether the cache must be cleared.
    var isFull: Bool { entries.count >= Self.mostWords || meanings.isFull || long.isFull }

    /// Removes all words. Their numbers are invalid from then on.
    mutating func removeAll() {
        for position in 0..<index.count { index[position] = 0 }
        entries.removeAll(from: 1)
        long.removeAll()
        meanings.removeAll()
    }
}

/// The meanings of words: what their patterns match, computed once for each word.
struct WordMeanings: ~Copyable {
    /// The meaning of a word. Its lists are ranges of indexes for ``WordMeanings/number(_:)``.
    struct Meaning: BitwiseCopyable {
        /// The patterns that may follow the word in phrases that begin with it: the union of their nodes'
        /// ``PhraseTrie/Node/next``.
        fileprivate(set) var next: UInt64 = 0
        /// The steps of phrases that match the word, as ``PhraseTrie/bit(of:)``, with the bit of any word.
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
        /// The steps of phrases that match the word.
        @inline(__always)
        var steps: Range<Int> { Range(uncheckedBounds: (Int(bounds.3), Int(bounds.4))) }
    }

    private static let mostNumbers = 1 << 22

    private var numbers = ScratchBuffer<Int32>()

    /// Whether the meanings should be cleared, because they use much memory.
    var isFull: Bool { numbers.count > Self.mostNumbers }

    /// Returns one of the numbers that a meaning refers to.
    @inline(__always)
    func number(_ position: Int) -> Int32 { numbers[position] }

    /// Stores and returns the meaning of a word that matches some patterns, in ascending order.
    mutating func add(_ patterns: [Int32], _ phrases: PhraseTrie, rules: PhraseRules) -> Meaning {
        guard !patterns.isEmpty else { return Meaning() }
        var meaning = Meaning()
        meaning.bounds.0 = end
        addMatches(patterns, phrases, rules: rules)
        meaning.bounds.1 = end
        for pattern in patterns {
            var phrase = phrases.phrase(of: pattern)
            while phrase >= 0 {
                if rules.isNeeded(Int(phrase)) { numbers.append(phrase) }
                phrase = phrases.sibling(of: phrase)
            }
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
            for step in phrases.steps(of: pattern) {
                numbers.append(step)
                meaning.inner |= PhraseTrie.bit(of: step)
            }
        }
        meaning.bounds.4 = end
        return meaning
    }

    /// Appends pairs of code and indicator, sorted. All matches have one span, so the first indicator of a code counts.
    private mutating func addMatches(_ patterns: [Int32], _ phrases: PhraseTrie, rules: PhraseRules) {
        var matches: [PhraseRules.Plain] = []
        for pattern in patterns {
            var phrase = phrases.phrase(of: pattern)
            while phrase >= 0 {
                matches += rules.plain[rules.plainRange(of: Int(phrase))]
                phrase = phrases.sibling(of: phrase)
            }
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
