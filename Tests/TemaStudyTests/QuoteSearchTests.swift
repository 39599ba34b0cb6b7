import TemaModel
import TestSupport
import Testing

@testable import TemaStudy

@Suite("A quote") struct QuoteSearchTests {
    private func found(_ quote: String, in paragraphs: String...) -> [String] {
        let document = Document(id: "d", paragraphs: paragraphs)
        var search = QuoteSearch(document)
        return search.spans(of: quote).map { document.text.string($0) }
    }

    @Test(
        "is found whatever its case, white space, quotation marks, apostrophes and dashes",
        arguments: [
            ("don't GO", "She said: don’t\u{A0}go!", "don’t\u{A0}go"),
            ("\"no\" - never", "It was „No“ – never.", "„No“ – never"),
            ("don’t", "I don't.", "don't"), ("well-being", "Well‑\nbeing is", "Well‑\nbeing"),
            ("«oui»", "Il dit “Oui” ici", "“Oui”"), ("STRASSE", "Die Straße.", "Straße"),
            ("cafe\u{301}", "A Café.", "Café"),
            ("rock ‘n’ roll", "Rock 'n' Roll", "Rock 'n' Roll"), ("wait...", "Wait… what", "Wait…"),
        ])
    func forgiving(quote: String, text: String, expected: String) {
        #expect(found(quote, in: text) == [expected])
    }

    @Test("that occurs exactly is only found there")
    func exact() {
        #expect(found("Home", in: "home, Home, HOME") == ["Home"])
        #expect(found("home ", in: "Home  and home\nHOME") == ["home"])
        #expect(found("HoMe", in: "home, Home") == ["home", "Home"])
        #expect(
            found("Hom", in: "no words").isEmpty && found("", in: "no words").isEmpty && found(" ", in: "a").isEmpty)
    }

    @Test("that occurs several times is reported with its places, in their context")
    func places() throws {
        let document = Document(
            id: "d",
            paragraphs: ["A boat.", "Far out in the night we saw that a boat was gone, long before the others came."])
        let problem = #expect(throws: Problem.self) { try SelectedSpan.find(.quote("A BOAT"), in: document) }
        #expect(problem?.message == "the words occur 2 times in d")
        #expect(
            problem?.suggestion == """
                choose one with --passage or --place, or enter more words: 1: passage 0, “[A boat].”; \
                2: passage 1, “…out in the night we saw that [a boat] was gone, long before the…”
                """)
        #expect(try SelectedSpan.find(.quote("A BOAT", passage: 1), in: document).lowerBound == 42)
    }

    @Test("that does not occur is reported with the most similar passage")
    func similar() throws {
        let document = Document(id: "d", paragraphs: ["One day.", "We saw that the boat was gone.", "The end."])
        let problem = #expect(throws: Problem.self) {
            try SelectedSpan.find(.quote("we saw the boats were gone"), in: document)
        }
        #expect(problem?.suggestion == "the most similar passage is passage 1, “We saw that the boat was gone.”")
        let other = #expect(throws: Problem.self) {
            try SelectedSpan.find(.quote("quite different words"), in: document)
        }
        #expect(other?.suggestion == "copy them from the output of `tema text show`")
    }
}
