import TemaModel
import Testing

@testable import TemaCoding

@Suite("Compiled indicators") struct RuleTests {
    /// Returns hits of phrase 0 and phrase 1 at words of one letter; each word with its space has two bytes.
    private func hits(_ own: [Int], _ other: [Int]) -> PhraseHits {
        var hits = PhraseHits()
        for (phrase, words) in [own, other].enumerated() {
            for word in words {
                let place = Int32(word)
                let last = WordFinder.Word(
                    start: 2 * place, end: 2 * place + 1, number: place, known: 0, next: 0, inner: 0, matches: (0, 0))
                hits.append(phrase, from: place, start: 2 * place, to: last)
            }
        }
        hits.sort()
        return hits
    }

    private func spans(_ relation: IndicatorPattern.Relation, _ distance: Int, _ own: [Int], _ other: [Int]) -> [String]
    {
        Rule.Pattern(phrase: 0, hasEdges: false, proximity: (relation, distance, 1)).spans(in: hits(own, other)).map {
            "\($0.lowerBound / 2)-\($0.upperBound / 2)"
        }
    }

    private static let cases: [(IndicatorPattern.Relation, Int, [Int], [Int], [String])] = [
        (.near, 2, [0], [3], ["0-3"]), (.near, 2, [0], [4], []), (.near, 0, [4], [3], ["3-4"]),
        (.then, 2, [3], [0], []), (.then, 2, [0], [1, 2, 3], ["0-1"]), (.near, 1, [0, 2], [1], ["0-1", "1-2"]),
        (.near, 5, [2], [2], []), (.then, 9, [0, 1], [5], ["0-5", "1-5"]),
    ]

    @Test(
        "A rule reaches as many words as its distance; of matches with one start the shortest counts",
        arguments: cases.indices)
    func proximity(at index: Int) {
        let (relation, distance, own, other, expected) = Self.cases[index]
        #expect(spans(relation, distance, own, other) == expected)
    }
}
