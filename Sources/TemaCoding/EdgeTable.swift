/// The edges of a trie in one open-addressing hash table.
///
/// A key combines a node and a letter or word; its value is the child node.
struct EdgeTable: Sendable {
    private struct Slot {
        /// The edge's key plus 1; 0 if the slot is free.
        var key: UInt64 = 0
        var node: Int32 = -1
    }

    private var slots = [Slot](repeating: Slot(), count: 16)
    private var count = 0

    /// The child node of an edge, or -1. Keys are less than 2⁶⁴ - 1.
    subscript(key: UInt64) -> Int32 {
        get { slots[place(of: key)].node }
        set {
            if 2 * count >= slots.count { grow() }
            let at = place(of: key)
            if slots[at].key == 0 { count += 1 }
            slots[at] = Slot(key: key + 1, node: newValue)
        }
    }

    /// Returns the slot of a key, or the free slot where it would be inserted.
    private func place(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[at].key != 0, slots[at].key != key + 1 { at = (at + 1) & mask }
        return at
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: 2 * old.count)
        for slot in old where slot.key != 0 { slots[place(of: slot.key - 1)] = slot }
    }
}
