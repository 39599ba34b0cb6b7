import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Indicators as codes of their own") struct SingleIndicatorsTests {
    @Test("have their numbers, and the languages of their code's other lists")
    func single() {
        let lists = ByLanguage(entries: [
            .init(language: "en", value: [Indicator("a"), Indicator("b")]),
            .init(language: "id", value: [Indicator("c")]),
        ])
        let codes = CodeList(Codebook(id: "x", codes: [Code(id: "one", indicators: lists), Code(id: "two")]))
        let single = codes.byIndicator
        #expect(single.entries.map(\.path) == ["0", "1", "2"])
        #expect(single.indicators.map(\.indicator) == codes.indicators.map(\.indicator))
        #expect(single.indicators.map(\.code) == [0, 1, 2])
        for entry in single.entries { #expect(entry.code.indicators.entries.map(\.language) == ["en", "id"]) }
    }
}
