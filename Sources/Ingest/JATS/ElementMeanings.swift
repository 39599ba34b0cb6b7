/// What an element means, by the address of its interned name: libxml2 keeps one copy of each name of a dictionary.
struct ElementMeanings {
    typealias Meaning = (role: ElementRole, metadata: MetadataElement)

    private struct Slot {
        /// The name's address; 0 where the slot is free.
        var name: UInt = 0
        var meaning: Meaning = (.inline, .other)
    }

    /// As many as a power of two, and one that is free at least.
    private var slots = [Slot()]
    private var count = 0
    private static let mostSlots = 4096

    mutating func meaning(of name: XMLName) -> Meaning {
        let key = UInt(bitPattern: name.pointer)
        var at = place(of: key)
        while slots[at].name != 0 {
            if slots[at].name == key { return slots[at].meaning }
            at = (at + 1) & (slots.count - 1)
        }
        let local = name.string
        let meaning = (ElementRole(local), MetadataElement(local))
        keep(Slot(name: key, meaning: meaning))
        return meaning
    }

    @inline(__always)
    private func place(of key: UInt) -> Int { Int(truncatingIfNeeded: (key >> 3) ^ (key >> 12)) & (slots.count - 1) }

    private mutating func keep(_ slot: Slot) {
        if 2 * (count + 1) > slots.count {
            // A file with thousands of names is no article; those beyond the table's room are looked up each time.
            guard slots.count < Self.mostSlots else { return }
            let old = slots
            slots = [Slot](repeating: Slot(), count: 4 * slots.count)
            for slot in old where slot.name != 0 { put(slot) }
        }
        put(slot)
        count += 1
    }

    private mutating func put(_ slot: Slot) {
        var at = place(of: slot.name)
        while slots[at].name != 0 { at = (at + 1) & (slots.count - 1) }
        slots[at] = slot
    }
}
