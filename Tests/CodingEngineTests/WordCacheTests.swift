import Model
import Testing

@testable import CodingEngine

@Suite("The words met before") struct WordCacheTests {
    @Test("are answered as the trie would, also when more come than it can hold")
    func full() {
        var trie = WordTrie()
        trie.add(WordPattern.words(of: "w*7")[0], as: 1)
        trie.add(WordPattern.words(of: "w12")[0], as: 2)
        var cache = WordCache()
        var scanner = WordScanner()
        for round in 0..<2 {
            for word in 0..<60_000 {
                let bytes = Array("w\(word)".utf8)
                _ = scanner.next(in: bytes.span.bytes, from: 0, to: bytes.count)
                let number = cache.number(of: scanner.key, in: trie)
                let list = Array(cache.list(number))
                let expected: [Int32] = word % 10 == 7 ? [1] : word == 12 ? [2] : []
                if list != expected { Issue.record("\(round) w\(word): \(list)") }
            }
        }
    }

    @Test("may be longer than all its room")
    func long() {
        var trie = WordTrie()
        trie.add(WordPattern.words(of: "a*")[0], as: 3)
        var cache = WordCache()
        var scanner = WordScanner()
        let word = [UInt8](repeating: UInt8(ascii: "a"), count: 600_000)
        for _ in 0..<3 {
            _ = scanner.next(in: word.span.bytes, from: 0, to: word.count)
            let number = cache.number(of: scanner.folded, in: trie)
            #expect(Array(cache.list(number)) == [3])
        }
    }
}
