import Model

/// Remembers what words mean; one for each worker.
///
/// Texts say the same words again and again, so nearly all of them are answered here, whatever the number of
/// indicators. Its size is bounded: when it is full it starts anew.
struct WordCache: ~Copyable {
    /// A word of at most 16 bytes: they are the key.
    struct Slot: BitwiseCopyable {
        /// The first eight; none where the slot is free.
        var key: UInt64 = 0
        /// Which of ``tails`` the other eight are.
        var tail: UInt32 = 0
        var meaning: UInt32 = 0
    }

    private static let fewestSlots = 1 << 10
    /// As many as sixteen bits of a hash tell apart.
    private static let mostSlots = 1 << 16

    private var slots = Pile(repeating: Slot(), count: fewestSlots)
    private var used = 0
    /// What words have behind their first eight bytes; the first is that of all shorter ones.
    private var tails = Pile<UInt64>(repeating: 0, count: 1)
    private var long = LongWords()
    private(set) var meanings = WordMeanings()
    private var walk = WordTrie.Walk()

    /// The number of a short word's meaning, asking a codebook about words not met before.
    @inline(__always)
    mutating func meaning(of key: WordScanner.Key, in matcher: Matcher) -> Int {
        let at = place(of: key)
        return slots[at].key != 0 ? Int(slots[at].meaning) : learn(key, matcher)
    }

    /// The same for the folded form of any other word.
    mutating func meaning(of folded: ArraySlice<UInt8>, in matcher: Matcher) -> Int {
        if let known = long.number(of: folded) { return known }
        if !long.hasRoom(for: folded) || meanings.isFull { clear() }
        let meaning = keep(folded, matcher)
        long.set(folded, meaning)
        return meaning
    }

    /// The slot of a word, or the free one where it would be.
    @inline(__always)
    private func place(of key: WordScanner.Key) -> Int {
        let mixed = (key.0 ^ (key.1 &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
        var at = Int(truncatingIfNeeded: mixed >> 48) & (slots.count &- 1)
        while slots[at].key != 0, slots[at].key != key.0 || tails[Int(slots[at].tail)] != key.1 {
            at = (at &+ 1) & (slots.count &- 1)
        }
        return at
    }

    @inline(never)
    private mutating func learn(_ key: WordScanner.Key, _ matcher: Matcher) -> Int {
        if 2 * used == slots.count { grow() }
        if meanings.isFull { clear() }
        var bytes: [UInt8] = []
        for part in [key.0, key.1] {
            for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: part >> UInt64(8 * place))) }
        }
        let meaning = keep(bytes.prefix { $0 != 0 }, matcher)
        if key.1 != 0 { tails.append(key.1) }
        slots[place(of: key)] = Slot(
            key: key.0, tail: key.1 == 0 ? 0 : UInt32(tails.count - 1), meaning: UInt32(meaning))
        used += 1
        return meaning
    }

    /// Asks the trie about a word, and keeps the answer.
    private mutating func keep(_ folded: ArraySlice<UInt8>, _ matcher: Matcher) -> Int {
        matcher.words.begin(&walk)
        for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars {
            guard matcher.words.step(scalar, &walk) else { break }
        }
        return meanings.add(matcher.words.matches(walk), matcher.phrases, matcher.rules)
    }

    /// Makes room for twice as many words, or for as many new ones.
    private mutating func grow() {
        guard slots.count < Self.mostSlots else { return clear() }
        var old = Pile(repeating: Slot(), count: 2 * slots.count)
        swap(&old, &slots)
        for at in 0..<old.count where old[at].key != 0 {
            slots[place(of: (old[at].key, tails[Int(old[at].tail)]))] = old[at]
        }
    }

    private mutating func clear() {
        for at in 0..<slots.count { slots[at] = Slot() }
        used = 0
        tails.removeAll(from: 1)
        long.removeAll()
        meanings.removeAll()
    }
}
