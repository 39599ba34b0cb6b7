import TemaModel
import Testing

@Suite("Things said by language") struct ByLanguageTests {
    private let names = ByLanguage(entries: [
        .init(language: "en", value: "Hope"), .init(language: "pt-BR", value: "Fé"),
    ])

    @Test(
        "are found by the language's primary tag, else the first one is taken",
        arguments: [("en", "Hope"), ("en-GB", "Hope"), ("pt", "Fé"), ("PT_pt", "Fé"), ("de", "Hope"), (nil, "Hope")])
    func value(language: String?, expected: String) {
        #expect(names.value(in: language) == expected)
    }

    @Test("may be nothing, or one for all")
    func one() {
        #expect(ByLanguage<String>().isEmpty && ByLanguage<String>().value(in: "en") == nil)
        #expect(ByLanguage("x").value(in: "de") == "x")
    }
}
