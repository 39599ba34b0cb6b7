import TemaModel

/// Remembers what words mean; one for each worker.
///
/// Texts say the same words again and again, so nearly all of them are answered here, whatever the number of
/// indicators. Whoever has been given numbers of words says when it may begin anew, which it has to when it is full.
struct WordCache: ~Copyable {
    struct Entry: BitwiseCopyable {
        /// The bytes of a word of at most 16; zeros for a longer one.
        var key: WordScanner.Key
        var meaning: WordMeanings.Meaning
    }

    private static let fewestBits: UInt64 = 11
    /// There are numbers for some thousand more, so that it can be full for a while.
    private static let mostWords = 60_000

    /// For so many bits of a word's hash which of ``entries`` it is, or 0; the next place where another word has that one.
    /// Small numbers, so that it lies near at hand though words are strewn over it.
    private var index = ScratchBuffer<UInt16>(repeating: 0, count: 1 << fewestBits)
    private var bits = fewestBits
    /// As they were met, which the frequent ones are first: those lie close together. The first is no word.
    private var entries = ScratchBuffer(repeating: Entry(key: (0, 0), meaning: WordMeanings.Meaning()), count: 1)
    private var long = LongWords()
    private(set) var meanings = WordMeanings()
    private var walk = WordTrie.Walk()

    /// What a word says that has been given a number.
    @inline(__always)
    subscript(word: UInt32) -> WordMeanings.Meaning { entries[Int(word)].meaning }

    /// The number that a short word has if it has one and no other has the same hash. Asked for many words at once, before
    /// their numbers are: what is far away in memory is then waited for once, and not once for each.
    @inline(__always)
    func likelyNumber(of key: WordScanner.Key) -> UInt32 { UInt32(index[firstPlace(of: key)]) }

    /// The number of a short word, asking a codebook about words not met before.
    @inline(__always)
    mutating func number(of key: WordScanner.Key, likely: UInt32, in matcher: Matcher) -> UInt32 {
        entries[Int(likely)].key == key ? likely : find(key, matcher)
    }

    /// The same for the folded form of any other word.
    mutating func number(of folded: ArraySlice<UInt8>, in matcher: Matcher) -> UInt32 {
        if let known = long.number(of: folded) { return known }
        let number = keep((0, 0), folded, matcher: matcher)
        long.set(folded, number)
        return number
    }

    /// Where a word is looked for first.
    @inline(__always)
    private func firstPlace(of key: WordScanner.Key) -> Int {
        let mixed = (key.0 ^ (key.1 &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed &>> (64 &- bits))
    }

    /// Where the number of a word is, or would be.
    private func place(of key: WordScanner.Key) -> Int {
        var at = firstPlace(of: key)
        while index[at] != 0, entries[Int(index[at])].key != key { at = (at &+ 1) & (index.count &- 1) }
        return at
    }

    @inline(never)
    private mutating func find(_ key: WordScanner.Key, _ matcher: Matcher) -> UInt32 {
        let known = index[place(of: key)]
        if known != 0 { return UInt32(known) }
        // Most are then found in the first place.
        if 4 * entries.count >= index.count { grow() }
        let bytes = withUnsafeBytes(of: (key.0.littleEndian, key.1.littleEndian)) { Array($0.prefix { $0 != 0 }) }
        let number = keep(key, bytes[...], matcher: matcher)
        index[place(of: key)] = UInt16(number)
        return number
    }

    /// Asks the trie about a word, and keeps the answer.
    private mutating func keep(_ key: WordScanner.Key, _ folded: ArraySlice<UInt8>, matcher: Matcher) -> UInt32 {
        let bytes = folded.span.bytes
        matcher.words.begin(&walk)
        var at = 0
        while at < bytes.byteCount {
            let (value, size) = decode(bytes, at: at, limit: bytes.byteCount)
            guard matcher.words.step(Unicode.Scalar(value) ?? "\u{FFFD}", &walk) else { break }
            at += size
        }
        let meaning = meanings.add(matcher.words.matches(walk), matcher.phrases, rules: matcher.rules)
        entries.append(Entry(key: key, meaning: meaning))
        return UInt32(entries.count - 1)
    }

    /// Makes room for twice as many words.
    private mutating func grow() {
        bits += 1
        index = ScratchBuffer(repeating: 0, count: 1 << bits)
        for number in 1..<entries.count where entries[number].key != (0, 0) {
            index[place(of: entries[number].key)] = UInt16(number)
        }
    }

    /// Whether it should begin anew.
    var isFull: Bool { entries.count >= Self.mostWords || meanings.isFull || long.isFull }

    /// Forgets all words; their numbers mean nothing from then on.
    mutating func removeAll() {
        for at in 0..<index.count { index[at] = 0 }
        entries.removeAll(from: 1)
        long.removeAll()
        meanings.removeAll()
    }
}
