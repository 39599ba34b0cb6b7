import TemaModel
import Testing

@Suite("Values by language") struct ByLanguageTests {
    private let names = ByLanguage(entries: [
        .init(language: "en", value: "Hope"), .init(language: "pt-BR", value: "Fé"),
    ])

    @Test(
        "are found by the primary language subtag; the first value is the fallback",
        arguments: [("en", "Hope"), ("en-GB", "Hope"), ("pt", "Fé"), ("PT_pt", "Fé"), ("de", "Hope"), (nil, "Hope")])
    func value(language: String?, expected: String) {
        #expect(names.value(in: language) == expected)
    }

    @Test("can be empty, or one value for all languages")
    func one() {
        #expect(ByLanguage<String>().isEmpty && ByLanguage<String>().value(in: "en") == nil)
        #expect(ByLanguage("x").value(in: "de") == "x")
    }
}
