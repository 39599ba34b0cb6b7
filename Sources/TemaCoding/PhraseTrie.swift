/// All distinct phrases of a codebook as sequences of word patterns, in one trie.
struct PhraseTrie: Sendable {
    /// The number that stands for `*` alone, which any word matches; it is an edge of its own, so that a text's every
    /// word need not carry it.
    static let anyWord: Int32 = -1

    struct Node: Sendable {
        /// The phrase that ends there, or -1.
        var phrase: Int32 = -1
        /// The child that any word leads to, or -1.
        var afterAnyWord: Int32 = -1
        /// Whether a longer phrase goes on from it.
        var goesOn = false
        /// The patterns that lead on from it, as ``PhraseTrie/bit(of:)``, and whether any word does; not kept for the root.
        var next: UInt64 = 0
    }

    private(set) var nodes = [Node()]
    /// Whether any phrase has a word that every word matches.
    private(set) var hasAnyWord = false
    private var edges = EdgeTable()
    /// For each word pattern, the node it leads to from the root, or -1.
    private(set) var first: [Int32] = []
    /// For each word pattern, whether a phrase has it behind its first word.
    private var inner: [Bool] = []

    /// Adds a phrase, given as the numbers of its words' patterns.
    /// - Returns: The phrase's number; the same one for the same words.
    mutating func add(_ words: [Int32], next number: Int) -> Int {
        var node: Int32 = 0
        for word in words {
            nodes[Int(node)].goesOn = true
            var child = word == Self.anyWord ? nodes[Int(node)].afterAnyWord : self.node(after: node, word)
            if child < 0 {
                child = grow()
                link(node, word: word, child: child)
            }
            node = child
        }
        if nodes[Int(node)].phrase < 0 { nodes[Int(node)].phrase = Int32(number) }
        return Int(nodes[Int(node)].phrase)
    }

    /// The node that a word pattern leads to from a node, or -1.
    @inline(__always)
    func node(after node: Int32, _ word: Int32) -> Int32 {
        guard node == 0 else { return edges[Self.key(node, word: word)] }
        return Int(word) < first.count ? first[Int(word)] : -1
    }

    /// The phrase that is one word of a pattern, or -1.
    func phrase(of word: Int32) -> Int32 {
        let node = node(after: 0, word)
        return node >= 0 ? nodes[Int(node)].phrase : -1
    }

    private mutating func link(_ node: Int32, word: Int32, child: Int32) {
        if word == Self.anyWord {
            hasAnyWord = true
            nodes[Int(node)].afterAnyWord = child
            nodes[Int(node)].next |= Self.anyWordBit
        } else if node == 0 {
            while first.count <= Int(word) { first.append(-1) }
            first[Int(word)] = child
        } else {
            edges[Self.key(node, word: word)] = child
            nodes[Int(node)].next |= Self.bit(of: word)
            while inner.count <= Int(word) { inner.append(false) }
            inner[Int(word)] = true
        }
    }

    /// Whether a phrase has a word pattern behind its first word.
    func isInner(_ word: Int32) -> Bool { Int(word) < inner.count && inner[Int(word)] }

    /// The bit that stands for a word pattern, and for others: where none of a word's is among those of a node, the word
    /// does not lead on from there.
    @inline(__always)
    static func bit(of word: Int32) -> UInt64 { 1 << UInt64(word % 63) }

    /// The bit that stands for ``anyWord``.
    static let anyWordBit: UInt64 = 1 << 63

    private mutating func grow() -> Int32 {
        nodes.append(Node())
        return Int32(nodes.count - 1)
    }

    private static func key(_ node: Int32, word: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    }
}
