import TemaModel

/// A trie of all distinct word patterns of a codebook, with edges for wildcards.
///
/// A word is walked once, however many patterns there are: the cost depends on the length of the word and the few
/// branches that wildcards keep active. Only words that are not in the ``WordCache`` are walked.
struct WordTrie: Sendable {
    private struct Node: Sendable {
        /// The child for a run of any characters. It stays active until the end of the word.
        var anyRun: Int32 = -1
        /// The child for exactly one character.
        var anyOne: Int32 = -1
        var isRun = false
        /// The pattern that ends at this node, or -1.
        var pattern: Int32 = -1
    }

    private var nodes = [Node()]
    private var edges = EdgeTable()

    /// Adds a pattern.
    ///
    /// - Returns: `number`, or the existing number of an equal pattern.
    @discardableResult
    mutating func add(_ pattern: WordPattern, as number: Int32) -> Int32 {
        var node = 0
        for element in pattern.elements {
            switch element {
            case .scalar(let scalar):
                let key = Self.key(node, scalar)
                var child = edges[key]
                if child < 0 {
                    child = grow()
                    edges[key] = child
                }
                node = Int(child)
            case .anyOne:
                if nodes[node].anyOne < 0 { nodes[node].anyOne = grow() }
                node = Int(nodes[node].anyOne)
            case .anyRun:
                if nodes[node].anyRun < 0 {
                    nodes[node].anyRun = grow()
                    nodes[Int(nodes[node].anyRun)].isRun = true
                }
                node = Int(nodes[node].anyRun)
            }
        }
        if nodes[node].pattern < 0 { nodes[node].pattern = number }
        return nodes[node].pattern
    }

    private mutating func grow() -> Int32 {
        nodes.append(Node())
        return Int32(nodes.count - 1)
    }

    private static func key(_ node: Int, _ scalar: Unicode.Scalar) -> UInt64 {
        UInt64(node) << 21 | UInt64(scalar.value)
    }

    /// The nodes that a word has reached, letter by letter. It keeps its memory from word to word.
    struct Walk: ~Copyable {
        fileprivate var alive = ScratchBuffer<Int32>()
        fileprivate var next = ScratchBuffer<Int32>()
    }

    /// Begins a word.
    func begin(_ walk: inout Walk) {
        walk.alive.removeAll()
        enter(0, &walk.alive)
    }

    /// Advances by one scalar of a folded word.
    ///
    /// - Returns: Whether any pattern may still match.
    func step(_ scalar: Unicode.Scalar, _ walk: inout Walk) -> Bool {
        walk.next.removeAll()
        for position in 0..<walk.alive.count {
            let node = walk.alive[position]
            if nodes[Int(node)].isRun { enter(node, &walk.next) }
            if nodes[Int(node)].anyOne >= 0 { enter(nodes[Int(node)].anyOne, &walk.next) }
            let child = edges[Self.key(Int(node), scalar)]
            if child >= 0 { enter(child, &walk.next) }
        }
        swap(&walk.alive, &walk.next)
        return !walk.alive.isEmpty
    }

    /// Returns the numbers of the patterns that match the word, in ascending order.
    func matches(_ walk: borrowing Walk) -> [Int32] {
        var found: [Int32] = []
        for position in 0..<walk.alive.count {
            let pattern = nodes[Int(walk.alive[position])].pattern
            if pattern >= 0 { found.append(pattern) }
        }
        if found.count > 1 { found.sort() }
        return found
    }

    /// Adds a node and, recursively, the run that may begin (and end at once) there.
    private func enter(_ node: Int32, _ alive: inout ScratchBuffer<Int32>) {
        for position in 0..<alive.count where alive[position] == node { return }
        alive.append(node)
        if nodes[Int(node)].anyRun >= 0 { enter(nodes[Int(node)].anyRun, &alive) }
    }
}

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
            let position = place(of: key)
            if slots[position].key == 0 { count += 1 }
            slots[position] = Slot(key: key + 1, node: newValue)
        }
    }

    /// Returns the slot of a key, or the free slot where it would be inserted.
    private func place(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var position = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[position].key != 0, slots[position].key != key + 1 { position = (position + 1) & mask }
        return position
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: 2 * old.count)
        for slot in old where slot.key != 0 { slots[place(of: slot.key - 1)] = slot }
    }
}

/// A bit table of the beginnings of words that an indicator could match. It excludes most words of most texts without a
/// lookup.
///
/// The index is made of five bits of each of the first three letters and two bits of the fourth; bits after the end of
/// a word are 0. The table is small enough to stay in the CPU cache. It applies to ASCII words only.
struct WordStarts: Sendable {
    private static let letterBits = 5
    private static let letters = 4
    private static let bits = 17

    private(set) var words = [UInt64](repeating: 0, count: 1 << (bits - 6))

    /// Adds all words that a pattern could match.
    mutating func add(_ pattern: WordPattern) {
        var start = 0
        for (place, element) in pattern.elements.prefix(Self.letters).enumerated() {
            guard case .scalar(let scalar) = element else { return addAll(start, from: Self.letterBits * place) }
            start |= Int(scalar.value & 0x1F) << (Self.letterBits * place)
        }
        let index = start & ((1 << Self.bits) - 1)
        words[index >> 6] |= 1 << UInt64(index & 63)
    }

    /// Adds every word.
    mutating func addAll() { addAll(0, from: 0) }

    /// Adds all words whose index has the lowest `bit` bits of `start`.
    private mutating func addAll(_ start: Int, from bit: Int) {
        for index in stride(from: start, to: 1 << Self.bits, by: 1 << bit) {
            words[index >> 6] |= 1 << UInt64(index & 63)
        }
    }

    /// Returns whether a pattern could match a word with the given first eight folded bytes, by the ``words`` of all
    /// patterns.
    @inline(__always)
    static func mayBegin(_ eight: UInt64, _ words: Span<UInt64>) -> Bool {
        let pairs = eight & 0x001F_001F | (eight >> 3) & 0x03E0_03E0
        let index = Int(truncatingIfNeeded: pairs & 0x3FF | (pairs >> 6) & 0x1_FC00)
        return words[unchecked: index >> 6] &>> UInt64(truncatingIfNeeded: index) & 1 != 0
    }
}
