import TemaModel
import Testing

@Suite("A codebook in one language") struct CodebookInLanguageTests {
    @Test("Names and indicators in the language, or without a language, are kept")
    func told() {
        let name = ByLanguage(entries: [
            .init(language: "en", value: "Hope"), .init(language: "pt-BR", value: "Esperança"),
        ])
        let indicators = ByLanguage(entries: [
            .init(language: "en", value: [Indicator("hope*"), Indicator("wish*")]),
            .init(language: "pt", value: [Indicator("esper*")]), .init(language: nil, value: [Indicator("x")]),
        ])
        var losses = Losses()
        let codebook = Codebook(
            id: "b", codes: [Code(id: "a", codes: [Code(id: "c", name: name, indicators: indicators)])])
        let actual = codebook.localized(to: "pt", &losses)
        #expect(Converted.outline(actual.codes) == "a (c=Esperança pt:[esper*] [x])")
        #expect(losses.all.map { "\($0.count) × \($0.element)" } == ["1 × name", "2 × indicator (en)"])
    }
}
