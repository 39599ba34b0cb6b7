import TemaFormats
import Testing

@testable import TemaIngest

@Suite("Web of Science") struct WebOfScienceReaderTests {
    private static let text = """
        \u{FEFF}FN Thomson Reuters Web of Knowledge
        VR 1.0
        PT J
        AU Marlina, D
           O'Neill, S
        AF Marlina, Dewi
           O'Neill, Sam
        CA Study Grp
        TI Hope after
           the flood
        SO J COMPOSED
        LA English
        DT Article
        DE hope; coping with
           floods
        AB Some text
           goes on.
        CR Doe J, 2001, J
           Roe R, 2002, J
        PY 2014
        VL 4
        BP 11
        EP 19
        DI 10.1000/a
        UT WOS:1
        ER

        PT B
        TI Another
        UT WOS:2
        ER

        EF
        """

    @Test("Each reference is a document with title, abstract and metadata")
    func whole() throws {
        for text in [Self.text, Self.text.replacing("\n", with: "\r\n")] {
            #expect(WebOfScienceReader.recognises(InputBeginning(Array(text.utf8))))
            let reading = try Reading(text, WebOfScienceReader.self)
            #expect(reading.documents.map(\.id) == ["10.1000/a", "WOS:2"] && reading.problems.isEmpty)
            #expect(
                reading.passages == [
                    "title front: Hope after the flood", "abstract abstract: Some text goes on.",
                    "title front: Another",
                ])
            #expect(
                reading.metadata == [
                    "title: Hope after the flood", "authors: Marlina, Dewi; O'Neill, Sam; Study Grp", "year: 2014",
                    "journal: J COMPOSED", "volume: 4", "pages: 11-19", "doi: 10.1000/a", "language: en",
                    "keywords: hope; coping with floods", "article_type: Article",
                ])
            #expect(reading.ledger == ["CR front matter ×2 28"])
        }
    }

    @Test("A text that only looks alike is not recognised", arguments: ["FN x\nThe end.", "PT J\nTI A\nER\n", "FN x"])
    func other(text: String) {
        #expect(!WebOfScienceReader.recognises(InputBeginning(Array(text.utf8))))
    }
}
