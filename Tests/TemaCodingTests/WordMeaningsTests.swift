import TemaModel
import Testing

@testable import TemaCoding

@Suite("Meanings of words") struct WordMeaningsTests {
    @Test("A meaning consists of matches by code, phrases of limited rules, and continuations of phrases")
    func meaning() throws {
        let codes = [
            Code(id: "a", indicators: ByLanguage([Indicator("want to live"), Indicator("want*")])),
            Code(
                id: "b", indicators: ByLanguage([Indicator("want"), Indicator("i want"), Indicator("want NEAR/2 i")])),
        ]
        let matcher = try Matcher(CodeList(Codebook(id: "b", codes: codes)))
        var cache = WordCache()
        var scanner = WordScanner()
        func ask(_ word: String) -> UInt32 {
            let bytes = Array(word.utf8)
            _ = scanner.next(in: bytes.span.bytes, from: 0, to: bytes.count)
            return cache.number(of: scanner.key, in: matcher)
        }
        let want = ask("want")
        let meaning = cache[want]
        var matches: [Int32] = []
        for at in meaning.matches.0..<meaning.matches.1 { matches.append(cache.meanings.number(Int(at))) }
        // Code 0 by indicator 1, code 1 by indicator 2.
        #expect(matches == [0, 1, 1, 2])
        #expect(meaning.phrases.count == 1 && meaning.begins.count == 1 && meaning.steps.count == 1)
        let node = cache.meanings.number(meaning.begins.lowerBound)
        #expect(meaning.next == matcher.phrases.nodes[Int(node)].next && !meaning.isEmpty)
        let other = ask("other")
        let nothing = cache[other]
        #expect(other != want && ask("want") == want && ask("other") == other)
        #expect(nothing.isEmpty && nothing.next == 0 && nothing.inner == PhraseTrie.anyWordBit)
    }
}
