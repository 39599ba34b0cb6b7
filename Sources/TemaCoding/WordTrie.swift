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
        for at in 0..<walk.alive.count {
            let node = walk.alive[at]
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
        for at in 0..<walk.alive.count {
            let pattern = nodes[Int(walk.alive[at])].pattern
            if pattern >= 0 { found.append(pattern) }
        }
        if found.count > 1 { found.sort() }
        return found
    }

    /// Adds a node and, recursively, the run that may begin (and end at once) there.
    private func enter(_ node: Int32, _ alive: inout ScratchBuffer<Int32>) {
        for at in 0..<alive.count where alive[at] == node { return }
        alive.append(node)
        if nodes[Int(node)].anyRun >= 0 { enter(nodes[Int(node)].anyRun, &alive) }
    }
}
