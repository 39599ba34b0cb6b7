import TemaModel
import Testing

@Suite("Suggestions") struct SuggestionTests {
    private static let words = ["definition", "provenance", "indicators", "include", "exclude", "id"]

    @Test(
        "are the nearest word, where one is near",
        arguments: [
            ("definiton", "definition"), ("PROVENANCE", "provenance"), ("indicatros", "indicators"),
            ("inclued", "include"), ("xclude", "exclude"), ("di", nil), ("zzz", nil), ("", nil),
        ] as [(String, String?)])
    func nearest(typed: String, expected: String?) {
        #expect(Suggestion.nearest(to: typed, among: Self.words) == expected)
    }

    @Test("take the first in alphabetical order of those equally near")
    func ties() {
        #expect(Suggestion.nearest(to: "cast", among: ["mast", "case", "cart"]) == "cart")
    }

    @Test("do not look into words that nobody types")
    func long() {
        let long = String(repeating: "a", count: 65)
        #expect(Suggestion.nearest(to: long, among: [long]) == nil)
    }
}
