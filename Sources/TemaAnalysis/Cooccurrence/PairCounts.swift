/// The number of occurrences of each pair of codes, in a hash table with open addressing.
///
/// A dense corpus counts hundreds of millions of pairs; a `Dictionary` is several times slower.
struct PairCounts: Sendable {
    private struct Slot {
        /// The pair's bits plus 1; 0 if the slot is free.
        var key: UInt64 = 0
        var count = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 64)
    /// The number of different pairs.
    private(set) var pairs = 0

    /// The number of occurrences of a pair.
    subscript(pair: Cooccurrence.Pair) -> Int { slots[place(of: pair.packed + 1)].count }

    /// Adds `count` occurrences of a pair.
    mutating func add(_ pair: Cooccurrence.Pair, _ count: Int = 1) {
        var index = place(of: pair.packed + 1)
        if slots[index].key == 0 {
            if 2 * (pairs + 1) > slots.count {
                grow()
                index = place(of: pair.packed + 1)
            }
            slots[index].key = pair.packed + 1
            pairs += 1
        }
        slots[index].count += count
    }

    mutating func merge(_ other: PairCounts) {
        for (pair, count) in other.all { add(pair, count) }
    }

    /// All pairs that occurred, in code order.
    var all: [(pair: Cooccurrence.Pair, count: Int)] {
        slots.filter { $0.key != 0 }.sorted { $0.key < $1.key }.map {
            (Cooccurrence.Pair(packed: $0.key - 1), $0.count)
        }
    }

    /// Returns the slot of a key, or the free slot in which to insert it.
    @inline(__always)
    private func place(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[index].key != 0, slots[index].key != key { index = (index + 1) & mask }
        return index
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: 2 * old.count)
        for slot in old where slot.key != 0 { slots[place(of: slot.key)] = slot }
    }
}
