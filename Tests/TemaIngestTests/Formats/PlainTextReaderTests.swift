import TemaModel
import Testing

@testable import TemaIngest

@Suite("Plain text") struct PlainTextReaderTests {
    @Test(
        "Blank lines separate paragraphs, and hard-wrapped lines are joined",
        arguments: [
            ("One\ntwo\n\nthree", ["One two", "three"]),
            ("a\r\nb\rc\n\r\n d \t e\u{A0}\u{2028}f\u{C}", ["a b c", "d e\u{A0}\u{2028}f\u{C}"]),
            ("\n\n\n a\n \t \nb\n\n\n", ["a", "b"]),
            ("---\nnot closed", ["--- not closed"]),
            ("---\nlanguage: id\n---\nSatu", ["Satu"]),
        ])
    func paragraphs(text: String, expected: [String]) throws {
        #expect(try Reading(text, PlainTextReader.self).passages == expected.map { "paragraph other: \($0)" })
    }

    @Test("Id and language are those of the front matter, else the id is the file name")
    func identity() throws {
        let named = try #require(
            try Reading("---\npmid: 7\nlanguage: id\n---\nx", PlainTextReader.self).documents.first)
        #expect(named.id == "7" && named.language(of: named.passages[0]) == "id")
        #expect(try Reading("x", PlainTextReader.self, name: "a/b.c.txt").documents.map(\.id) == ["b.c"])
    }
}
