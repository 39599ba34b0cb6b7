import Model
import Testing

@testable import CodingEngine

@Suite("Matches inside others") struct NestedTests {
    private func evidence(_ matches: [(Int, Range<Int>)], _ nesting: Matcher.Nesting) -> [String] {
        var nested = Nested(nesting, codes: 2)
        var coded = CodedDocument(document: Document(id: "d"))
        // What is collapsed twice shows that nothing is left behind.
        for passage in 0...1 {
            for (indicator, match) in matches.enumerated() {
                nested.add(
                    Int32(match.1.lowerBound), Int32(match.1.upperBound), code: Int32(match.0),
                    indicator: Int32(indicator))
            }
            nested.collapse(passage: passage)
        }
        nested.give(to: &coded)
        return coded.codings.filter { $0.passage == 1 }.flatMap { coding in
            coded.evidence(of: coding).map {
                "\(coding.code):\($0.span.lowerBound)-\($0.span.upperBound) by \($0.indicator)"
            }
        }
    }

    @Test("become the longest of a code; the first indicator of a span earns it")
    func independent() {
        let matches = [(1, 5..<9), (0, 0..<4), (0, 0..<9), (0, 8..<12), (1, 5..<9), (0, 2..<9)]
        #expect(evidence(matches, .independent) == ["0:0-9 by 2", "0:8-12 by 3", "1:5-9 by 0"])
        #expect(evidence(matches, .longest) == ["0:0-9 by 2", "0:8-12 by 3"])
    }

    @Test("of one length both stay, whatever the nesting", arguments: Matcher.Nesting.allCases)
    func equal(_ nesting: Matcher.Nesting) {
        #expect(evidence([(0, 3..<6), (1, 3..<6)], nesting) == ["0:3-6 by 0", "1:3-6 by 1"])
    }
}
