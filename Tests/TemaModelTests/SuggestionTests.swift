import TemaModel
import Testing

@Suite("Suggestions") struct SuggestionTests {
    private static let words = ["definition", "provenance", "indicators", "include", "exclude", "id"]

    @Test(
        "are the nearest word, if one is near enough",
        arguments: [
            ("definiton", "definition"), ("PROVENANCE", "provenance"), ("indicatros", "indicators"),
            ("inclued", "include"), ("xclude", "exclude"), ("di", nil), ("zzz", nil), ("", nil),
        ] as [(String, String?)])
    func nearest(typed: String, expected: String?) {
        #expect(Suggestion.nearest(to: typed, among: Self.words) == expected)
    }

    @Test("prefer the first in alphabetical order among equally near words")
    func ties() {
        #expect(Suggestion.nearest(to: "cast", among: ["mast", "case", "cart"]) == "cart")
    }

    @Test("ignore words over the maximum length")
    func long() {
        let long = String(repeating: "a", count: 65)
        #expect(Suggestion.nearest(to: long, among: [long]) == nil)
    }
}
