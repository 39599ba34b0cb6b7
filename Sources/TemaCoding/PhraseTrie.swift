import TemaModel

/// A trie of all distinct phrases of a codebook.
///
/// Its root leads to the first word of each phrase. All other edges are steps: a word pattern, and what must be between
/// the last word and this one.
struct PhraseTrie: Sendable {
    /// The number of the pattern `*`, which matches any word. It has a separate edge, so that the meaning of each word
    /// need not contain it.
    static let anyWord: Int32 = -1

    struct Node: Sendable {
        /// A phrase that ends at this node, or -1. Others are its ``PhraseTrie/sibling(of:)``.
        var phrase: Int32 = -1
        /// The child for any word, or -1.
        var afterAnyWord: Int32 = -1
        /// Whether a longer phrase continues from this node.
        var hasContinuation = false
        /// The bits (``PhraseTrie/bit(of:)``) of the steps that lead to a child, with ``PhraseTrie/anyWordBit`` if
        /// any word does. Not set for the root, except for that bit.
        var next: UInt64 = 0
    }

    private(set) var nodes = [Node()]
    /// Whether any phrase contains the pattern `*`.
    private(set) var hasAnyWord = false
    private var edges = EdgeTable()
    /// For each word pattern, the child of the root that it leads to, or -1.
    private(set) var first: [Int32] = []
    /// For each word pattern, the steps to it.
    private var steps: [[Int32]] = []
    /// For each step, what must be between the last word and the next one, as an index of ``gaps``.
    private var stepGaps: [Int32] = []
    private var gaps = [PhraseGap.plain]
    /// For each phrase, what must be beside it, if anything.
    private var beside: [PhraseEdges?] = []
    /// For each phrase, another phrase that ends at its node, or -1. They differ in what must be beside them.
    private var siblings: [Int32] = []

    /// Adds a phrase.
    ///
    /// - Parameters:
    ///   - words: The numbers of its word patterns.
    ///   - pattern: The phrase, for what must be between and beside its words.
    /// - Returns: The number of the phrase: the number of phrases so far, or that of an equal phrase.
    mutating func add(_ words: [Int32], of pattern: PhrasePattern) -> Int {
        var node: Int32 = 0
        for (index, word) in words.enumerated() {
            nodes[Int(node)].hasContinuation = true
            // The root's edges have no gap.
            let step = index == 0 || word == Self.anyWord ? word : step(to: word, pattern.gap(before: index))
            var child = word == Self.anyWord ? nodes[Int(node)].afterAnyWord : self.node(after: node, step)
            if child < 0 {
                child = grow()
                link(node, step: step, child: child)
            }
            node = child
        }
        let edges = pattern.edges.isEmpty ? nil : pattern.edges
        var known = nodes[Int(node)].phrase
        while known >= 0 {
            if self.beside[Int(known)] == edges { return Int(known) }
            known = sibling(of: known)
        }
        self.beside.append(edges)
        siblings.append(nodes[Int(node)].phrase)
        nodes[Int(node)].phrase = Int32(self.beside.count - 1)
        return self.beside.count - 1
    }

    /// Returns the number of the step to a word pattern over a gap.
    private mutating func step(to word: Int32, _ gap: PhraseGap) -> Int32 {
        let number = gaps.firstIndex(of: gap) ?? gaps.count
        if number == gaps.count { gaps.append(gap) }
        while steps.count <= Int(word) { steps.append([]) }
        if let known = steps[Int(word)].first(where: { stepGaps[Int($0)] == number }) { return known }
        stepGaps.append(Int32(number))
        steps[Int(word)].append(Int32(stepGaps.count - 1))
        return Int32(stepGaps.count - 1)
    }

    /// Returns whether a phrase contains a word pattern after its first word.
    func isInner(_ word: Int32) -> Bool { Int(word) < steps.count && !steps[Int(word)].isEmpty }

    /// Returns the steps to a word pattern.
    func steps(of word: Int32) -> [Int32] { Int(word) < steps.count ? steps[Int(word)] : [] }

    /// Returns what must be between the last word and the next one of a step, or nil if white space is enough.
    @inline(__always)
    func gap(of step: Int32) -> PhraseGap? {
        let number = stepGaps[Int(step)]
        return number == 0 ? nil : gaps[Int(number)]
    }

    /// Returns what must be beside a phrase, or nil.
    func edges(of phrase: Int32) -> PhraseEdges? { beside[Int(phrase)] }

    /// Returns another phrase that ends at the node of a phrase, or -1. They differ in what must be beside them.
    @inline(__always)
    func sibling(of phrase: Int32) -> Int32 { siblings[Int(phrase)] }

    /// Returns a phrase that consists of one word pattern, or -1; ``sibling(of:)`` returns others.
    func phrase(of word: Int32) -> Int32 {
        let node = node(after: 0, word)
        return node >= 0 ? nodes[Int(node)].phrase : -1
    }

    /// Returns the child of a node for a step, or of the root for a word pattern; or -1.
    @inline(__always)
    func node(after node: Int32, _ step: Int32) -> Int32 {
        guard node == 0 else { return edges[Self.key(node, step: step)] }
        return Int(step) < first.count ? first[Int(step)] : -1
    }

    private mutating func link(_ node: Int32, step: Int32, child: Int32) {
        if step == Self.anyWord {
            hasAnyWord = true
            nodes[Int(node)].afterAnyWord = child
            nodes[Int(node)].next |= Self.anyWordBit
        } else if node == 0 {
            while first.count <= Int(step) { first.append(-1) }
            first[Int(step)] = child
        } else {
            edges[Self.key(node, step: step)] = child
            nodes[Int(node)].next |= Self.bit(of: step)
        }
    }

    /// Returns the bit of a step.
    ///
    /// Several steps share a bit. If none of a word's bits is set in a node's ``Node/next``, the word does not continue a
    /// phrase from there.
    @inline(__always)
    static func bit(of step: Int32) -> UInt64 { 1 << UInt64(step % 63) }

    /// The bit of ``anyWord``.
    static let anyWordBit: UInt64 = 1 << 63

    private mutating func grow() -> Int32 {
        nodes.append(Node())
        return Int32(nodes.count - 1)
    }

    private static func key(_ node: Int32, step: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: step))
    }
}
