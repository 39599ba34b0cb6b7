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

    @Test("say what, where, and what to do")
    func messages() {
        var use = IndicatorUse(
            codes: Self.codes((nil, nil)), places: [TextPlace(line: 4, column: 9), TextPlace(line: 8, column: 2)])
        use.add(coded("d", [0]))
        use.add(coded("e", []))
        #expect(
            use.findings.map { $0.problem.inFile("b.yaml").description } == [
                "b.yaml:4:9: warning: “Lost*” matches in one article only, d (1 match) (look whether it fits other texts)",
                "b.yaml:8:2: warning: “Lost*” matches nothing here (look for a slip, or take it out where all texts are like these)",
                "b.yaml:8:2: warning: “Lost*” stands under a too, on line 4 (keep it in one code, unless its passages are to have both)",
            ])
        #expect(
            use.summary
                == "Of 2 indicators in 2 documents, 1 match nothing, 0 are shadowed by others of their code, 1 match in one article only, "
                + "1 stand in another code too.")
    }

    @Test("do not tell of one article where there is no other")
    func alone() {
        var use = IndicatorUse(codes: Self.codes(("en", "id")))
        use.add(coded("d", [0, 1]))
        #expect(use.findings.isEmpty)
    }

    @Test(
        "tell of indicators in two codes where one passage can be tried with both",
        arguments: [(nil, nil, true), ("en", "en-GB", true), ("en", nil, true), ("en", "id", false)])
    func twins(one: String?, other: String?, isTold: Bool) {
        var use = IndicatorUse(codes: Self.codes((one, other)))
        #expect(use.findings.isEmpty)
        use.add(coded("d", []))
        #expect(use.findings.contains { $0.kind == .twoCodes } == isTold)
    }
}
