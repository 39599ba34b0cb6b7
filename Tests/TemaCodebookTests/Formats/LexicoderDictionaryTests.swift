import TemaModel
import Testing

@testable import TemaCodebook

@Suite("Lexicoder dictionaries") struct LexicoderDictionaryTests {
    @Test("Categories begin with a plus, and spaces of entries mark word boundaries")
    func read() throws {
        let read = try Converted(
            "+negative\n lie \nabandon*\nhow?\n+ very good\nno better\n+empty", LexicoderDictionary.self)
        #expect(read.outline == "negative [lie | abandon* | how], very-good=very good [no better], empty")
        #expect(read.losses == ["1 × entry “how?”: also matches without the punctuation at its ends"])
        let problem = try #require(Converted.problem("good\n+positive", LexicoderDictionary.self))
        #expect(problem.hasPrefix("1: error: an entry precedes the first"))
    }

    @Test("A dictionary may have as many entries as a codebook may have indicators")
    func many() {
        let text = "+a\n" + String(repeating: "w\n", count: 200_001)
        #expect(
            Converted.problem(text, LexicoderDictionary.self)?.hasPrefix("200002: error: more than 200000 entries")
                == true)
    }

    @Test("The names of written categories include their ancestors, because Lexicoder has one level")
    func written() throws {
        let below = Code(id: "b", indicators: ByLanguage([Indicator("x")]), codes: [Code(id: "c")])
        let written = try Converted.written(
            Codebook(id: "d", codes: [Code(id: "a", codes: [below])]), LexicoderDictionary.self)
        #expect(written.text == "+a\n+a > b\nx\n+a > b > c\n")
        #expect(written.losses == ["2 × level: Lexicoder has only one: ancestors are added to the name"])
    }
}
