import Testing

@testable import TemaCoding

@Suite("The trie of phrases") struct PhraseTrieTests {
    @Test("Equal phrases have equal numbers, and common beginnings share nodes")
    func add() {
        var trie = PhraseTrie()
        #expect(
            trie.add([1, 2], next: 0) == 0 && trie.add([1, 2, 3], next: 1) == 1 && trie.add([1, 2], next: 2) == 0)
        #expect(trie.add([PhraseTrie.anyWord, 2], next: 2) == 2)
        let one = trie.node(after: 0, 1)
        #expect(trie.nodes[Int(trie.node(after: one, 2))].phrase == 0)
        #expect(trie.node(after: 0, 2) == -1 && trie.nodes[0].afterAnyWord > 0 && trie.nodes[0].hasContinuation)
    }
}
