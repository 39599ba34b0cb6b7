import TemaModel
import Testing

@testable import TemaCoding

@Suite("Nested matches") struct MatchReducerTests {
    private func evidence(_ matches: [(Int, Range<Int>)], _ nesting: Matcher.Nesting) -> [String] {
        var reducer = MatchReducer(nesting, codes: 2)
        var coded = CodedDocument(document: Document(id: "d"))
        // The matches are collapsed twice to show that no state is left over.
        for passage in 0...1 {
            for (indicator, match) in matches.enumerated() {
                reducer.add(
                    Int32(match.1.lowerBound), Int32(match.1.upperBound), code: Int32(match.0),
                    indicator: Int32(indicator))
            }
            reducer.collapse(passage: passage)
        }
        reducer.give(to: &coded)
        return coded.codings.filter { $0.passage == 1 }.flatMap { coding in
            coded.evidence(of: coding).map {
                "\(coding.code):\($0.span.lowerBound)-\($0.span.upperBound) by \($0.indicator)"
            }
        }
    }

    @Test("The longest match of a code counts, and the first indicator of a span")
    func independent() {
        let matches = [(1, 5..<9), (0, 0..<4), (0, 0..<9), (0, 8..<12), (1, 5..<9), (0, 2..<9)]
        #expect(evidence(matches, .independent) == ["0:0-9 by 2", "0:8-12 by 3", "1:5-9 by 0"])
        #expect(evidence(matches, .longest) == ["0:0-9 by 2", "0:8-12 by 3"])
    }

    @Test("Equal matches of two codes are both kept with any nesting", arguments: Matcher.Nesting.allCases)
    func equal(_ nesting: Matcher.Nesting) {
        #expect(evidence([(0, 3..<6), (1, 3..<6)], nesting) == ["0:3-6 by 0", "1:3-6 by 1"])
    }

    /// Returns the matches of one code that are not inside another one, in order; of equal spans the first indicator's.
    private func outermost(_ matches: [(Int, Range<Int>)]) -> [String] {
        let all = matches.enumerated().map { (span: $0.element.1, indicator: $0.offset) }
        let kept = all.filter { match in
            !all.contains { other in
                other.span.lowerBound <= match.span.lowerBound && other.span.upperBound >= match.span.upperBound
                    && (other.span != match.span || other.indicator < match.indicator)
            }
        }
        return kept.sorted { $0.span.lowerBound < $1.span.lowerBound }.map {
            "0:\($0.span.lowerBound)-\($0.span.upperBound) by \($0.indicator)"
        }
    }

    @Test("Nested matches are removed in any order of matches", arguments: 1...60)
    func order(seed: Int) {
        var state = UInt64(seed)
        func random(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        var matches = (0..<(1 + random(12))).map { _ in
            let start = random(12)
            return (0, start..<(start + 1 + random(5)))
        }
        #expect(evidence(matches, .independent) == outermost(matches), "seed \(seed)")
        matches.sort { $0.1.upperBound < $1.1.upperBound }
        #expect(evidence(matches, .independent) == outermost(matches), "seed \(seed), by ends")
        #expect(evidence(matches, .longest) == outermost(matches), "seed \(seed), the longest")
    }
}
