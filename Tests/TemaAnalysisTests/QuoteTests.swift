import Testing

@testable import TemaAnalysis

@Suite("The rank of a quote") struct QuoteTests {
    private static func rank(_ evidence: Int, _ words: Int, _ document: String = "a", _ passage: Int = 0) -> QuoteRank {
        QuoteRank(evidence: evidence, words: words, document: document, passage: passage)
    }

    @Test(
        "depends on hits / (words + 25), then on hits and position",
        arguments: [
            (rank(2, 30), rank(1, 30)), (rank(1, 20), rank(1, 30)), (rank(3, 60), rank(1, 5)),
            (rank(4, 75), rank(2, 25)), (rank(1, 5, "a", 9), rank(1, 5, "b", 0)),
            (rank(1, 5, "a", 1), rank(1, 5, "a", 2)),
        ])
    func order(better: QuoteRank, worse: QuoteRank) {
        #expect(better < worse && !(worse < better))
    }

    @Test("has a score")
    func score() {
        #expect(Self.rank(3, 75).score == 0.03)
    }
}
