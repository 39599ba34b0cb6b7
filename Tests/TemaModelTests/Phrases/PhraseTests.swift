import TemaModel
import Testing

@Suite("A phrase") struct PhraseTests {
    private static let found = "rumah"

    @Test("is in English by default, and has its values in the order of the translation")
    func values() {
        let phrase = Phrase("Shows the \(3) of \(1_247) \(Phrase("codes")) with the most \(Phrase("passages")).")
        #expect(phrase.description == "Shows the 3 of 1,247 codes with the most passages.")
        #expect(phrase.text(in: .indonesian) == "Menampilkan 3 dari 1.247 kode dengan penggalan terbanyak.")
    }

    @Test("contains texts that look like values or phrases unchanged", arguments: ["{2}", "hits", "a{1}b", "}{", "%@"])
    func verbatim(text: String) {
        let phrase = Phrase("Next for \(text): \("x"), passage \(1).")
        #expect(phrase.description == "Next for \(text): x, passage 1.")
        #expect(phrase.text(in: .indonesian) == "Berikutnya bagi \(text): x, penggalan 1.")
        #expect(Phrase(verbatim: text).text(in: .indonesian) == text)
    }

    @Test("counts with the right form of the noun", arguments: [(0, "0 codes"), (1, "1 code"), (2, "2 codes")])
    func count(number: Int, english: String) {
        #expect(Phrase.count(number, "code").description == english)
        #expect(Phrase("\(count: number, "code")").text(in: .indonesian) == "\(number) kode")
    }

    @Test("without a translation is in English in every language")
    func missing() {
        let phrase = Phrase("No language has \(Self.found) and \(count: 1, "gnu").")
        #expect(phrase.text(in: .indonesian) == "No language has rumah and 1 gnu.")
    }

    @Test("is joined with others, without those that are empty")
    func joined() {
        let parts = [Phrase(verbatim: ""), Phrase("codes"), Phrase(verbatim: ""), Phrase("hits")]
        #expect(parts.joined(separator: ", ").text(in: .indonesian) == "kode, temuan")
        #expect([Phrase]().joined(separator: ", ").isEmpty)
    }
}
