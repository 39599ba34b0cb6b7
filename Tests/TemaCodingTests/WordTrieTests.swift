import TemaModel
import Testing

@testable import TemaCoding

@Suite("The trie of word patterns") struct WordTrieTests {
    private func patterns(_ patterns: [String], _ word: String) -> [Int32] {
        var trie = WordTrie()
        for (number, pattern) in patterns.enumerated() {
            for word in PhrasePattern(pattern).words { trie.add(word, as: Int32(number)) }
        }
        var walk = WordTrie.Walk()
        trie.begin(&walk)
        for scalar in word.unicodeScalars where !trie.step(scalar, &walk) { break }
        return trie.matches(walk)
    }

    @Test("Every matching pattern is found once")
    func answers() {
        let all = ["live", "li*", "*ve", "*i*", "l?ve", "li*ve", "lives", "?ive*", "*z*"]
        #expect(patterns(all, "live") == [0, 1, 2, 3, 4, 5, 7])
        #expect(patterns(all, "") == [])
    }

    /// Following a run of any characters once for each possible start would take exponential time.
    @Test("A run is followed once, however often its letters occur")
    func longWord() {
        let word = String(repeating: "a", count: 300_000)
        #expect(patterns(["*a*", "*a*a*", "a*b"], word) == [0, 1])
    }
}
