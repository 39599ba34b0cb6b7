import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("The overview of a corpus") struct CorpusOverviewTests {
    @Test("counts documents, passages and words in total and in each group")
    func counts() {
        var document = Document(id: "d", languages: ["en-GB", "id"])
        document.metadata.year = 2020
        for (number, language) in [0, 0, 1, nil].enumerated() {
            document.passages.append(
                Passage(
                    kind: .paragraph, sectionType: number == 0 ? .results : .methods, language: language, span: 0..<0))
        }
        var overview = CorpusOverview()
        overview.add(
            CodedDocument(document: document, passages: (0..<4).map { CodedPassage(passage: $0, words: 10 + $0) }))
        overview.add(CodedDocument(document: Document(id: "e")))
        let rows = overview.table().rows.map { row in
            row.cells.map { "\($0.number.map { String(Int($0)) } ?? $0.text)" }
        }
        #expect(
            rows == [
                ["all", "", "2", "4", "46"], ["year", "2020", "1", "4", "46"], ["year", "(none)", "1", "0", "0"],
                ["language", "en", "1", "2", "21"], ["language", "id", "1", "1", "12"],
                ["language", "(none)", "1", "1", "13"], ["section", "methods", "1", "3", "36"],
                ["section", "results", "1", "1", "10"], ["kind", "paragraph", "1", "4", "46"],
            ])
    }
}
