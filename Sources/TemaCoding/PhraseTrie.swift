/// A trie of all distinct phrases of a codebook, as sequences of word patterns.
struct PhraseTrie: Sendable {
    /// The number of the pattern `*`, which matches any word. It has a separate edge, so that the meaning of each word
    /// need not contain it.
    static let anyWord: Int32 = -1

    struct Node: Sendable {
        /// The phrase that ends at this node, or -1.
        var phrase: Int32 = -1
        /// The child for any word, or -1.
        var afterAnyWord: Int32 = -1
        /// Whether a longer phrase continues from this node.
        var hasContinuation = false
        /// The bits (``PhraseTrie/bit(of:)``) of the patterns that lead to a child, with ``PhraseTrie/anyWordBit`` if
        /// any word does. Not set for the root, except for that bit.
        var next: UInt64 = 0
    }

    private(set) var nodes = [Node()]
    /// Whether any phrase contains the pattern `*`.
    private(set) var hasAnyWord = false
    private var edges = EdgeTable()
    /// For each word pattern, the child of the root that it leads to, or -1.
    private(set) var first: [Int32] = []
    /// For each word pattern, whether a phrase contains it after its first word.
    private var inner: [Bool] = []

    /// Adds a phrase, as the numbers of its word patterns.
    ///
    /// - Returns: `number`, or the existing number of an equal phrase.
    mutating func add(_ words: [Int32], next number: Int) -> Int {
        var node: Int32 = 0
        for word in words {
            nodes[Int(node)].hasContinuation = true
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

    /// Returns the child of a node for a word pattern, or -1.
    @inline(__always)
    func node(after node: Int32, _ word: Int32) -> Int32 {
        guard node == 0 else { return edges[Self.key(node, word: word)] }
        return Int(word) < first.count ? first[Int(word)] : -1
    }

    /// Returns the phrase that consists of one word pattern, or -1.
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

    /// Returns whether a phrase contains a word pattern after its first word.
    func isInner(_ word: Int32) -> Bool { Int(word) < inner.count && inner[Int(word)] }

    /// Returns the bit of a word pattern.
    ///
    /// Several patterns share a bit. If none of a word's bits is set in a node's ``Node/next``, the word does not
    /// continue a phrase from there.
    @inline(__always)
    static func bit(of word: Int32) -> UInt64 { 1 << UInt64(word % 63) }

    /// The bit of ``anyWord``.
    static let anyWordBit: UInt64 = 1 << 63

    private mutating func grow() -> Int32 {
        nodes.append(Node())
        return Int32(nodes.count - 1)
    }

    private static func key(_ node: Int32, word: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    }
}
