import TemaModel
import Testing

@testable import TemaCoding

@Suite("The word cache") struct WordCacheTests {
    /// Returns a matcher with a code for each indicator.
    private func matcher(_ indicators: [String]) throws -> Matcher {
        let codes = indicators.enumerated().map { Code(id: "c\($0)", indicators: ByLanguage([Indicator($1)])) }
        return try Matcher(CodeList(Codebook(id: "b", codes: codes)))
    }

    private func codes(_ word: UInt32, _ cache: borrowing WordCache) -> [Int32] {
        let actual = cache[word]
        var codes: [Int32] = []
        for at in stride(from: actual.matches.0, to: actual.matches.1, by: 2) {
            codes.append(cache.meanings.number(Int(at)))
        }
        return codes
    }

    @Test("Cached meanings agree with the indicators, also after a full cache is cleared")
    func full() throws {
        let matcher = try matcher(["zz", "w*7", "w12"])
        var cache = WordCache()
        var scanner = WordScanner()
        for round in 0..<2 {
            for word in 0..<70_000 {
                if cache.isFull { cache.removeAll() }
                // Some have more than eight letters and share their first eight.
                let bytes = Array((word.isMultiple(of: 3) ? "wwwwwwww\(word)" : "w\(word)").utf8)
                _ = scanner.next(in: bytes.span.bytes, from: 0, to: bytes.count)
                let found = codes(cache.number(of: scanner.key, in: matcher), cache)
                let expected: [Int32] = word % 10 == 7 ? [1] : word == 12 && bytes.count == 3 ? [2] : []
                if found != expected { Issue.record("\(round) w\(word): \(found)") }
            }
        }
    }

    @Test("Words may be longer than the cache's capacity")
    func long() throws {
        let matcher = try matcher(["b", "a*"])
        var cache = WordCache()
        let word = [UInt8](repeating: UInt8(ascii: "a"), count: 600_000)
        for _ in 0..<3 {
            #expect(codes(cache.number(ofLong: word.span.bytes, 0..<word.count, in: matcher), cache) == [1])
        }
    }
}
