import TemaModel
import Testing

@testable import TemaCoding

@Suite("The trie of phrases") struct PhraseTrieTests {
    @Test("Equal phrases have equal numbers, and common beginnings share nodes")
    func add() {
        var trie = PhraseTrie()
        #expect(trie.add([1, 2], of: PhrasePattern("a b")) == 0)
        #expect(trie.add([1, 2, 3], of: PhrasePattern("a b c")) == 1)
        #expect(trie.add([1, 2], of: PhrasePattern("a b")) == 0)
        #expect(trie.add([PhraseTrie.anyWord, 2], of: PhrasePattern("* b")) == 2)
        let one = trie.node(after: 0, 1)
        #expect(trie.phrases(at: trie.node(after: one, trie.steps(of: 2)[0])) == [0])
        #expect(trie.node(after: 0, 2) == -1 && trie.nodes[0].afterAnyWord > 0 && trie.nodes[0].hasContinuation)
    }

    @Test("Phrases with the same words differ by what must be between and beside them")
    func different() {
        var trie = PhraseTrie()
        for text in ["a b", "a&b", "a b%", "#a b", "a-b", "a b"] {
            _ = trie.add([1, 2], of: PhrasePattern(text))
        }
        let one = trie.node(after: 0, 1)
        #expect(trie.steps(of: 2).map { trie.gap(of: $0)?.marks } == [nil, ["&"], ["-"]])
        #expect(trie.phrases(at: trie.node(after: one, trie.steps(of: 2)[0])) == [3, 2, 0])
        #expect(trie.edges(of: 0) == nil && trie.edges(of: 2)?.after == ["%"])
    }
}

extension PhraseTrie {
    /// Returns the phrases that end at a node.
    fileprivate func phrases(at node: Int32) -> [Int32] {
        Array(sequence(first: nodes[Int(node)].phrase) { sibling(of: $0) }.prefix { $0 >= 0 })
    }
}
