import TestSupport
import Testing

@testable import TemaModel

@Suite("A part of a text") struct WholeWordsTests {
    @Test(
        "is widened by scalars, as far as its limits",
        arguments: [(0, "é"), (1, "ñéü"), (2, "áñéüß"), (9, "xáñéüßy")])
    func widened(count: Int, expected: String) {
        let text = Text("..xáñéüßy..")
        let limits = 2..<text.utf8.count - 2
        #expect(text.string(text.widened(7..<9, by: count, within: limits)) == expected)
    }

    @Test("is trimmed to its words")
    func trimmed() {
        let text = Text("  one two \n")
        #expect(text.string(text.trimmed(0..<text.utf8.count, keeping: 2..<5)) == "one two")
        #expect(text.string(text.trimmed(0..<text.utf8.count, keeping: 1..<10)) == " one two ")
    }

    @Test("begins and ends with whole words or scalars, for any part")
    func wholeWords() {
        let text = Text("größe und länge " + String(repeating: "ü", count: 60))
        for start in 0..<text.utf8.count {
            for end in start...text.utf8.count {
                let part = text.wholeWords(start..<end, of: 0..<text.utf8.count)
                #expect(start <= part.lowerBound && part.upperBound <= max(end, part.lowerBound))
                #expect(String(validating: text.utf8[part], as: UTF8.self) != nil)
            }
        }
    }
}
