import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Comparisons with one number a row") struct LongComparisonTests {
    private static let codes = CodeList(Codebook(id: "b", codes: [Code(id: "a"), Code(id: "z")]))

    /// Documents with one passage each in several waves, some coded with `a`.
    private static func comparison(_ view: Comparison.View, _ waves: [(wave: String, all: Int, with: Int)])
        -> Comparison
    {
        var comparison = Comparison(
            codes: codes, by: .metadata("wave"), measure: .documentsPercent, view: view)
        for wave in waves {
            for number in 0..<wave.all {
                var document = Document(id: "\(wave.wave)-\(number)", text: Text("x"))
                document.metadata.variables = [.init(name: "wave", values: [wave.wave])]
                document.passages = [Passage(kind: .paragraph, sectionType: .other, span: 0..<1)]
                var coded = CodedDocument(document: document, passages: [CodedPassage(passage: 0, words: 1)])
                if number < wave.with {
                    coded.evidence = [Evidence(span: 0..<1, indicator: 0)]
                    coded.codings = [Coding(passage: 0, code: 0, evidence: 0..<1)]
                }
                comparison.add(coded)
            }
        }
        return comparison
    }

    @Test("have one row per code and wave, with waves in numeric order and Wilson intervals")
    func rows() throws {
        // 18 of 25, 6 of 25, 7 of 50: 72, 24 and 14 percent.
        let table = Self.comparison(.values, [("10", 50, 7), ("2", 25, 6), ("1", 25, 18)]).longTable()
        let rows = table.rows.map { row in row.cells.dropFirst(3).map { $0 } }
        #expect(rows.map { $0[0].text } == ["1", "2", "10", "total", "1", "2", "10", "total"])
        #expect(rows.prefix(4).map { $0[2].number } == [72, 24, 14, 31])
        #expect(rows.map { $0[3].number } == [18, 6, 7, 31, 0, 0, 0, 0])
        #expect(rows.prefix(4).map { $0[4].number } == [25, 25, 50, 100])
        // statsmodels 0.14, proportion_confint(18, 25, method="wilson").
        expectClose(rows[0][5].number, 52.423_394_809_6)
        expectClose(rows[0][6].number, 85.716_146_149_0)
    }

    @Test("equal the shares in columns")
    func same() {
        let waves = [("a", 9, 4), ("b", 3, 3)].map { (wave: $0.0, all: $0.1, with: $0.2) }
        let comparison = Self.comparison(.intervals, waves)
        let shares = comparison.longTable().rows.prefix(3).flatMap { [$0.cells[5]] + $0.cells.suffix(2) }
        #expect(shares == Array(comparison.table().rows[0].cells.dropFirst(3)))
    }
}
