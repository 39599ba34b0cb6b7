import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Keyness") struct KeynessTests {
    private static let codes = CodeList(Codebook(id: "b", codes: [Code(id: "a"), Code(id: "z")]))

    /// One document for each group, with a number of words and of hits of `a`.
    private static func table(_ groups: [(name: String, words: Int, hits: Int)], _ measure: ComparisonMeasure) -> Table
    {
        var comparison = Comparison(codes: codes, by: .metadata("group"), measure: measure, view: .tests)
        for group in groups {
            var document = Document(id: group.name, text: Text("x"))
            document.metadata.variables = [.init(name: "group", values: [group.name])]
            document.passages = [Passage(kind: .paragraph, sectionType: .other, span: 0..<1)]
            var coded = CodedDocument(
                document: document, passages: [CodedPassage(passage: 0, words: group.words)])
            coded.evidence = Array(repeating: Evidence(span: 0..<1, indicator: 0), count: group.hits)
            if group.hits > 0 { coded.codings = [Coding(passage: 0, code: 0, evidence: 0..<group.hits)] }
            comparison.add(coded)
        }
        return comparison.table()
    }

    @Test(
        "is the log-likelihood of hits by words, signed by the direction", arguments: [ComparisonMeasure.rate, .hits])
    func values(measure: ComparisonMeasure) throws {
        let table = Self.table([("p", 1000, 10), ("q", 1500, 30), ("r", 500, 2)], measure)
        let cells = try #require(table.cells("a"))
        // scipy 1.17, chi2_contingency(table, lambda_="log-likelihood", correction=False).
        expectClose(cells["log_likelihood"]?.number, 9.781_622_843_660_973)
        expectClose(cells["p"]?.number, 0.007_515_321_904_003_707)
        #expect(cells["degrees"]?.number == 2)
        expectClose(cells["keyness_p"]?.number, -1.840_888_758_722_045_7)
        expectClose(cells["keyness_q"]?.number, 8.079_251_870_439_855)
        expectClose(cells["keyness_r"]?.number, -5.732_147_758_136)
        #expect(table.cells("z")?["log_likelihood"] == .empty, "a code without hits has no test")
    }

    @Test("is undefined for a code with more hits than words")
    func dense() throws {
        let cells = try #require(Self.table([("p", 5, 9), ("q", 5, 1)], .rate).cells("a"))
        #expect(cells["log_likelihood"] == .empty && cells["p"] == .empty && cells["keyness_p"] == .empty)
    }

    @Test("is not for shares of a code's own counts")
    func testable() {
        #expect(
            ComparisonMeasure.allCases.filter { !$0.isTestable } == [.presence, .rowPercent, .documentsRowPercent])
    }
}
