/// Remembers which word patterns a word is matched by; one for each worker.
///
/// Texts say the same words again and again, so nearly all of them are answered here. Its size is bounded: when it
/// is full it starts anew.
struct WordCache {
    private struct Slot {
        var hash: UInt64 = 0
        var word: UInt32 = 0
        var length: UInt32 = 0
        var list: UInt32 = Self.free
        static let free = UInt32.max
    }

    private static let slotCount = 1 << 15
    private static let mostWords = slotCount / 2
    private static let mostBytes = 1 << 19

    private var slots = [Slot](repeating: Slot(), count: slotCount)
    private var words: [UInt8] = []
    private var count = 0
    /// Lists of patterns; 0 is the empty one, which most words have.
    private(set) var lists: [[Int32]] = [[]]

    /// The number of the list of patterns that match a scanner's word, asking `trie` about words not met before.
    mutating func list(for scanner: borrowing WordScanner, in trie: WordTrie) -> Int {
        var at = Int(truncatingIfNeeded: scanner.hash ^ (scanner.hash >> 32)) & (Self.slotCount - 1)
        while slots[at].list != Slot.free {
            if slots[at].hash == scanner.hash, holds(slots[at], scanner) { return Int(slots[at].list) }
            at = (at + 1) & (Self.slotCount - 1)
        }
        return learn(scanner, trie, at)
    }

    private func holds(_ slot: Slot, _ scanner: borrowing WordScanner) -> Bool {
        guard Int(slot.length) == scanner.length else { return false }
        let start = Int(slot.word)
        for at in 0..<scanner.length where words[start + at] != scanner.folded[at] { return false }
        return true
    }

    private mutating func learn(_ scanner: borrowing WordScanner, _ trie: WordTrie, _ free: Int) -> Int {
        let word = String(decoding: scanner.folded[..<scanner.length], as: UTF8.self)
        let patterns = trie.patterns(matching: word.unicodeScalars)
        var slot = free
        if count == Self.mostWords || words.count + scanner.length > Self.mostBytes {
            clear()
            slot = Int(truncatingIfNeeded: scanner.hash ^ (scanner.hash >> 32)) & (Self.slotCount - 1)
        }
        var list = 0
        if !patterns.isEmpty {
            list = lists.count
            lists.append(patterns)
        }
        slots[slot] = Slot(
            hash: scanner.hash, word: UInt32(words.count), length: UInt32(scanner.length), list: UInt32(list))
        words.append(contentsOf: scanner.folded[..<scanner.length])
        count += 1
        return list
    }

    private mutating func clear() {
        for at in slots.indices { slots[at] = Slot() }
        words.removeAll(keepingCapacity: true)
        lists = [[]]
        count = 0
    }
}
