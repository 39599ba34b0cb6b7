/// Remembers which word patterns a word is matched by; one for each worker.
///
/// Texts say the same words again and again, so nearly all of them are answered here, whatever the number of
/// indicators. Its size is bounded: when it is full it starts anew.
struct WordCache {
    /// A word of at most 16 ASCII characters: the bytes are the key.
    private struct Short {
        var key: WordScanner.Key = (0, 0)
        var list: UInt32 = Self.free
        static let free = UInt32.max
    }

    /// As many as sixteen bits of a hash tell apart.
    private static let slotCount = 1 << 16
    private static let mostShort = slotCount * 3 / 4

    private var short = [Short](repeating: Short(), count: slotCount)
    private var shortCount = 0
    private var long = LongWords()
    /// Patterns of all lists; a list is what stands between two bounds. List 0 is the empty one, which most words have.
    private var patterns: [Int32] = []
    private var bounds: [Int] = [0, 0]
    private var walk = WordTrie.Walk()

    /// The patterns of a list.
    func list(_ number: Int) -> ArraySlice<Int32> { patterns[bounds[number]..<bounds[number + 1]] }

    /// The number of the list of patterns that match a short word, asking `trie` about words not met before.
    @inline(__always)
    mutating func number(of key: WordScanner.Key, in trie: WordTrie) -> Int {
        var at = Self.place(of: key)
        while short[at].list != Short.free {
            if short[at].key == key { return Int(short[at].list) }
            at = (at + 1) & (Self.slotCount - 1)
        }
        return learn(key, trie, at)
    }

    /// The same for the folded form of any other word.
    mutating func number(of folded: ArraySlice<UInt8>, in trie: WordTrie) -> Int {
        if let known = long.number(of: folded) { return known }
        if !long.hasRoom(for: folded) { clear() }
        let list = keep(trie) { letter in
            for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars {
                guard letter(scalar) else { return }
            }
        }
        long.set(folded, list)
        return list
    }

    @inline(__always)
    private static func place(of key: WordScanner.Key) -> Int {
        let mixed = (key.0 ^ (key.1 &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 48)
    }

    private mutating func learn(_ key: WordScanner.Key, _ trie: WordTrie, _ free: Int) -> Int {
        var at = free
        if shortCount == Self.mostShort {
            clear()
            at = Self.place(of: key)
        }
        let list = keep(trie) { letter in
            for part in [key.0, key.1] {
                var rest = part
                while rest != 0 {
                    guard letter(Unicode.Scalar(UInt8(truncatingIfNeeded: rest))) else { return }
                    rest >>= 8
                }
            }
        }
        short[at] = Short(key: key, list: UInt32(list))
        shortCount += 1
        return list
    }

    /// Asks the trie about a word, and keeps the answer.
    @inline(__always)
    private mutating func keep(_ trie: WordTrie, _ letters: ((Unicode.Scalar) -> Bool) -> Void) -> Int {
        trie.begin(&walk)
        letters { trie.step($0, &walk) }
        let found = trie.matches(walk)
        guard !found.isEmpty else { return 0 }
        patterns += found
        bounds.append(patterns.count)
        return bounds.count - 2
    }

    private mutating func clear() {
        for at in short.indices { short[at] = Short() }
        long.removeAll()
        (shortCount, patterns, bounds) = (0, [], [0, 0])
    }
}
