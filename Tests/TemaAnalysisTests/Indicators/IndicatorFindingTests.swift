import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Findings about indicators") struct IndicatorFindingTests {
    private static func codes(_ languages: (String?, String?)) -> CodeList {
        func list(_ language: String?) -> ByLanguage<[Indicator]> {
            ByLanguage(entries: [.init(language: language, value: [Indicator("Lost*")])])
        }
        return CodeList(
            Codebook(
                id: "b",
                codes: [Code(id: "a", indicators: list(languages.0)), Code(id: "z", indicators: list(languages.1))]))
    }

    private func coded(_ id: String, _ indicators: [Int]) -> CodedDocument {
        var document = Document(id: id, text: Text("lost"))
        document.passages = [Passage(kind: .paragraph, sectionType: .other, span: 0..<4)]
        return CodedDocument(
            document: document, passages: [CodedPassage(passage: 0, words: 1)],
            codings: indicators.enumerated().map { Coding(passage: 0, code: $1, evidence: $0..<($0 + 1)) },
            evidence: indicators.map { Evidence(span: 0..<4, indicator: $0) })
    }

    @Test("report the problem, its position and a suggestion")
    func messages() {
        var use = IndicatorUse(
            codes: Self.codes((nil, nil)), places: [TextPlace(line: 4, column: 9), TextPlace(line: 8, column: 2)])
        use.add(coded("d", [0]))
        use.add(coded("e", []))
        #expect(
            use.findings.map { $0.problem.inFile("b.yaml").description } == [
                "b.yaml:4:9: warning: “Lost*” matches in one document only, d (1 match) (check whether it fits other texts)",
                "b.yaml:8:2: warning: “Lost*” has no match in this corpus (check its spelling, or remove it if all texts are like these)",
                "b.yaml:8:2: warning: “Lost*” is also an indicator of a, on line 4 (keep it in one code, unless its passages should have both codes)",
            ])
        #expect(
            use.summary.description
                == "2 indicators in 2 documents: 1 without a match, 0 shadowed by other indicators of the code, "
                + "1 with matches in one document only, 1 also in another code.")
    }

    @Test("do not report a single document if it is the only one")
    func alone() {
        var use = IndicatorUse(codes: Self.codes(("en", "id")))
        use.add(coded("d", [0, 1]))
        #expect(use.findings.isEmpty)
    }

    @Test(
        "report indicators in two codes that apply to a common language",
        arguments: [(nil, nil, true), ("en", "en-GB", true), ("en", nil, true), ("en", "id", false)])
    func twins(one: String?, other: String?, isTold: Bool) {
        var use = IndicatorUse(codes: Self.codes((one, other)))
        #expect(use.findings.isEmpty)
        use.add(coded("d", []))
        #expect(use.findings.contains { $0.kind == .twoCodes } == isTold)
    }
}
