import TemaModel
import Testing

@testable import TemaCoding

@Suite("The numbers of words") struct WordNumbersTests {
    /// Returns the words of a text by their numbers, with `|` for gaps.
    private func words(_ text: String, ignoringAccents: Bool = false) -> [String] {
        var numbers = WordNumbers(ignoresAccents: ignoringAccents)
        var list: [Int32] = []
        numbers.append(0..<text.utf8.count, of: Text(text), to: &list)
        return list.map { $0 == WordNumbers.gap ? "|" : numbers.words[Int($0)] }
    }

    @Test(
        "are those of folded words, with gaps where no phrase continues",
        arguments: [
            ("Lost the home, LOST it.", ["lost", "the", "home", "|", "lost", "it"]),
            ("self-esteem – l’union", ["self", "esteem", "|", "l", "union"]),
            ("Straße\tSTRASSE", ["strasse", "|", "strasse"]), ("人身贩卖。死", ["人", "身", "贩", "卖", "|", "死"]),
            ("ครู", ["ค", "รู"]), ("Uncharacteristically—Loss", ["uncharacteristically", "|", "loss"]), ("", []),
        ])
    func numbers(text: String, expected: [String]) { #expect(words(text) == expected) }

    @Test("are equal for words that the codebook considers equal")
    func equal() {
        var numbers = WordNumbers(ignoresAccents: true)
        var list: [Int32] = []
        for text in ["Café", "cafe", "ＣＡＦÉ", "CAFE—x"] {
            numbers.append(0..<text.utf8.count, of: Text(text), to: &list)
        }
        #expect(list == [0, 0, 0, 0, -1, 1] && numbers.words == ["cafe", "x"])
        #expect(words("Café") == ["café"])
    }

    @Test("are those of one passage, whatever is beside it")
    func passage() {
        var numbers = WordNumbers(ignoresAccents: false)
        var list: [Int32] = []
        numbers.append(3..<9, of: Text("no yes we"), to: &list)
        #expect(list.map { numbers.words[Int($0)] } == ["yes", "we"])
    }
}
