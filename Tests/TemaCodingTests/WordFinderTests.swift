import TemaModel
import TestSupport
import Testing

@testable import TemaCoding

@Suite("The words of a passage") struct WordFinderTests {
    private static let pieces = [
        " ", " ", " ", "-", ". ", "'", "’", "\u{AD}", "—", "\u{A0}", "a", "B", "word", "Words", "7", "12", "é",
        "e\u{301}",
        "É", "人", "か\u{3099}", "กำ", "привет", "Ж", "ß", "İ", "👍", "\u{200D}", "abcdefgh", "abcdefghi",
        "ABCDEFGHIJKLMNOP",
        "abcdefghijklmnopq", "x’y", "don't", String(repeating: "ab", count: 40), String(repeating: "é", count: 40),
        String(repeating: "—", count: 25), "_",
    ]

    private func matcher(_ indicators: [String]) throws -> Matcher {
        let codes = indicators.enumerated().map { Code(id: "c\($0)", indicators: ByLanguage([Indicator($1)])) }
        return try Matcher(CodeList(Codebook(id: "b", codes: codes)))
    }

    /// Returns the words with a meaning and the number of words, as the full rules find them one after another.
    private func expected(
        _ text: RawSpan, _ span: Range<Int>, _ matcher: Matcher, _ scanner: inout WordScanner, _ cache: inout WordCache
    ) -> (words: [String], count: Int) {
        var words: [String] = []
        var count = 0
        var at = span.lowerBound
        while scanner.next(in: text, from: at, to: span.upperBound) {
            at = scanner.end
            let word =
                scanner.isShort
                ? cache.number(of: scanner.key, in: matcher)
                : cache.number(ofLong: text, scanner.start..<scanner.end, in: matcher)
            if !cache[word].isEmpty || matcher.phrases.hasAnyWord {
                words.append("\(count) \(scanner.start)-\(scanner.end)")
            }
            count += 1
        }
        return (words, count)
    }

    @Test("Words agree with the full rules, whatever the start and end of the passage", arguments: 1...16)
    func law(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let text = (0..<60).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
        let bytes = Array(text.utf8)
        let borders = (0...bytes.count).filter { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
        for indicators in [
            ["word* a", "é", "abcdefgh*", "don't", "x?y"], ["* a"], ["*b*"], ["ABCDEFGHIJKLMNOP", "人"],
        ] {
            let matcher = try matcher(indicators)
            var finder = WordFinder()
            var scanner = WordScanner()
            var cache = WordCache()
            for start in borders.prefix(70) {
                let end = max(start, borders.randomElement(using: &random) ?? start)
                finder.begin()
                let stop = finder.find(in: bytes.span.bytes, start..<end, matcher: matcher)
                var found: [String] = []
                for at in 0..<finder.words.count {
                    let word = finder.words[at]
                    found.append("\(word.number) \(word.start)-\(word.end)")
                }
                let (words, count) = expected(bytes.span.bytes, start..<end, matcher, &scanner, &cache)
                if found != words || Int(finder.count) != count || stop != end {
                    Issue.record("seed \(seed), \(indicators), \(start)..<\(end) of “\(text)”")
                }
            }
        }
    }

    @Test("Finding stops when the cache is full and continues there after it is cleared")
    func parts() throws {
        let matcher = try matcher(["*7", "*é7"])
        let text = (0..<150_000).map { $0.isMultiple(of: 3) ? "wé\($0)" : "w\($0)" }.joined(separator: " ")
        let bytes = Array(text.utf8)
        var finder = WordFinder()
        finder.begin()
        var (at, parts, found) = (0, 0, 0)
        while at < bytes.count {
            at = finder.find(in: bytes.span.bytes, at..<bytes.count, matcher: matcher)
            found += finder.words.count
            if finder.isFull { finder.forget() }
            parts += 1
        }
        #expect(finder.count == 150_000 && found == 15_000 && parts == 3)
    }
}
