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

    private static let entries = "Doe J. Sleep. 2003.\n\nRoe K. Methods of rest. 1998.\n\n"

    @Test(
        "A line that names references is their heading if years follow, and ends at the name of another section",
        arguments: [
            (
                "x\n\n7. References\n\n" + entries + "Appendix A\n\nItem 3",
                [
                    "paragraph other", "heading back", "reference back", "reference back", "heading appendix",
                    "paragraph appendix",
                ]
            ),
            ("x\nDAFTAR PUSTAKA\n" + entries, ["paragraph other", "heading back", "reference back", "reference back"]),
            (
                "References\n\nI had none then.\n\nIn 1999 they asked me.\n\nNo.",
                ["paragraph other", "paragraph other", "paragraph other", "paragraph other"]
            ),
            ("I gave\nreferences", ["paragraph other", "paragraph other"]),
            ("Appendix\n\nx", ["paragraph other", "paragraph other"]),
        ])
    func references(text: String, expected: [String]) throws {
        let kinds = try Reading(text, PlainTextReader.self).passages.map { $0.prefix { $0 != ":" } }
        #expect(kinds.map(String.init) == expected)
    }

    @Test("Id and language are those of the front matter, else the id is the file name")
    func identity() throws {
        let named = try #require(
            try Reading("---\npmid: 7\nlanguage: id\n---\nx", PlainTextReader.self).documents.first)
        #expect(named.id == "7" && named.language(of: named.passages[0]) == "id")
        #expect(try Reading("x", PlainTextReader.self, name: "a/b.c.txt").documents.map(\.id) == ["b.c"])
    }
}
