/// A hash table from words of any length to numbers, with open addressing. The bytes of all words are in one array.
struct LongWords {
    private struct Slot {
        var hash: UInt64 = 0
        var start: UInt32 = 0
        var length: UInt32 = 0
        var number: UInt32 = Self.free
        static let free = UInt32.max
    }

    private static let slotCount = 1 << 14
    private static let mostBytes = 1 << 19

    private var slots = [Slot](repeating: Slot(), count: slotCount)
    private var bytes: [UInt8] = []
    private var count = 0

    /// Returns the number of a word, or nil if it has none.
    func number(of word: ArraySlice<UInt8>) -> UInt32? {
        let index = place(of: word, Self.hash(word))
        return slots[index].number == Slot.free ? nil : slots[index].number
    }

    /// Whether the table should be cleared soon. It still has capacity for as many words again.
    var isFull: Bool { count >= Self.slotCount / 2 || bytes.count >= Self.mostBytes }

    /// Sets the number of a word that has none.
    mutating func set(_ word: ArraySlice<UInt8>, _ number: UInt32) {
        let hash = Self.hash(word)
        let index = place(of: word, hash)
        slots[index] = Slot(hash: hash, start: UInt32(bytes.count), length: UInt32(word.count), number: number)
        bytes += word
        count += 1
    }

    mutating func removeAll() {
        for index in slots.indices { slots[index] = Slot() }
        bytes.removeAll(keepingCapacity: true)
        count = 0
    }

    /// Returns the slot of a word, or the free slot where it would be inserted.
    private func place(of word: ArraySlice<UInt8>, _ hash: UInt64) -> Int {
        var index = Int(truncatingIfNeeded: hash >> 32) & (Self.slotCount - 1)
        while slots[index].number != Slot.free, slots[index].hash != hash || !holds(slots[index], word) {
            index = (index + 1) & (Self.slotCount - 1)
        }
        return index
    }

    private func holds(_ slot: Slot, _ word: ArraySlice<UInt8>) -> Bool {
        Int(slot.length) == word.count && bytes[Int(slot.start)...].starts(with: word)
    }

    private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash ^ (hash >> 29) &* 0x9E37_79B9_7F4A_7C15
    }
}
