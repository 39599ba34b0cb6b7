import TemaModel
import Testing

@testable import TemaCodebook

@Suite("The codebook table") struct CodebookTableTests {
    private let codes = CodeList(
        Codebook(
            id: "b", title: ByLanguage("T"), version: "2", levels: ["concept"], source: "S",
            codes: [
                Code(
                    id: "top",
                    name: ByLanguage(entries: [
                        .init(language: "en", value: "Hope"), .init(language: "id", value: "Harapan"),
                    ]),
                    codes: [Code(id: "below", indicators: ByLanguage([Indicator("a*"), Indicator("b")]))])
            ]))

    @Test("Each code is a row, in the given language")
    func rows() {
        let table = CodebookTable.table(codes, language: "id")
        #expect(table.layout.title.description == "T" && table.rows.map(\.depth) == [0, 1])
        #expect(table.rows.map { $0.cells[0] } == [.text("top"), .text("top/below")])
        #expect(table.rows.map { $0.cells[1] } == [.text("Harapan"), .text("below")])
        #expect(table.rows.map { $0.cells[2] } == [.text("concept"), .text("")])
        let at = table.layout.columns.firstIndex { $0.name == "indicators" && $0.audience == .programs }
        #expect(at.map { table.rows[1].cells[$0] } == .list([.text("a*"), .text("b")]))
        #expect(table.englishNotes == ["b@2: 2 codes, 2 indicators.", "Source: S."])
    }
}
