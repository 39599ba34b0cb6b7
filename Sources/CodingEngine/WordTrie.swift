import Model

/// All distinct word patterns of a codebook in one trie, wildcards as edges.
///
/// A word is walked through it once, however many patterns there are: the cost follows the word's length and the
/// few branches that wildcards keep alive. Nothing but words met for the first time come here (``WordCache``).
struct WordTrie: Sendable {
    private struct Node: Sendable {
        /// The child reached by a run of any characters; that child stays alive to the word's end.
        var anyRun: Int32 = -1
        /// The child reached by exactly one character.
        var anyOne: Int32 = -1
        var isRun = false
        /// The pattern that ends here.
        var pattern: Int32 = -1
    }

    private var nodes = [Node()]
    private var edges: [UInt64: Int32] = [:]

    /// Adds a pattern under a number.
    mutating func add(_ pattern: WordPattern, as number: Int) {
        var node = 0
        for element in pattern.elements {
            switch element {
            case .scalar(let scalar):
                let key = Self.key(node, scalar)
                node = Int(edges[key] ?? grow())
                edges[key] = Int32(node)
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
        nodes[node].pattern = Int32(number)
    }

    private mutating func grow() -> Int32 {
        nodes.append(Node())
        return Int32(nodes.count - 1)
    }

    private static func key(_ node: Int, _ scalar: Unicode.Scalar) -> UInt64 {
        UInt64(node) << 21 | UInt64(scalar.value)
    }

    /// The numbers of the patterns that a folded word is matched by, in ascending order.
    func patterns(matching word: some Sequence<Unicode.Scalar>) -> [Int32] {
        var alive: [Int] = []
        var next: [Int] = []
        enter(0, &alive)
        for scalar in word {
            next.removeAll(keepingCapacity: true)
            for node in alive {
                if nodes[node].isRun { enter(node, &next) }
                if nodes[node].anyOne >= 0 { enter(Int(nodes[node].anyOne), &next) }
                if let child = edges[Self.key(node, scalar)] { enter(Int(child), &next) }
            }
            swap(&alive, &next)
            if alive.isEmpty { return [] }
        }
        return Set(alive.map { nodes[$0].pattern }).filter { $0 >= 0 }.sorted()
    }

    /// Makes a node alive, and with it the run that may begin (and end at once) there.
    private func enter(_ node: Int, _ alive: inout [Int]) {
        guard !alive.contains(node) else { return }
        alive.append(node)
        if nodes[node].anyRun >= 0 { enter(Int(nodes[node].anyRun), &alive) }
    }
}
