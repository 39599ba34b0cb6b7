import TemaModel
import Testing

@testable import TemaIngest

@Suite("Markdown") struct MarkdownReaderTests {
    private static let blockCases: [(String, [String])] = [
        ("One\ntwo\n\nthree", ["paragraph other: One two", "paragraph other: three"]),
        (
            "# Metode\n\nx\n\n## Hasil\n\ny",
            ["heading methods: Metode", "paragraph methods: x", "heading methods: Hasil", "paragraph methods: y"]
        ),
        (
            "# Title\n\n## Results\n\n### Methods\n\nx",
            ["heading other: Title", "heading results: Results", "heading results: Methods", "paragraph results: x"]
        ),
        ("Results\n=======\nx", ["heading results: Results", "paragraph results: x"]),
        ("## Closed ##\n#no heading", ["heading other: Closed", "paragraph other: #no heading"]),
        ("- a\n- [x] b\n  more\n1. c", ["list-item other: a", "list-item other: b more", "list-item other: c"]),
        ("- a\n\n  b\n\nc", ["list-item other: a", "list-item other: b", "paragraph other: c"]),
        ("> said\n> so\n\nafter", ["quote other: said so", "paragraph other: after"]),
        ("> one\n>\n>> two", ["quote other: one", "quote other: two"]),
        (
            "| a | b\\|c |\n|:--|--:|\n| *1* | |\n\nend",
            ["table-row other: a\tb|c", "table-row other: 1\t", "paragraph other: end"]
        ),
        ("a | b without a line of dashes", ["paragraph other: a | b without a line of dashes"]),
        ("```\ncode\n```\ntext", ["paragraph other: text"]),
        ("a\n\n---\n\nb", ["paragraph other: a", "paragraph other: b"]),
    ]

    @Test("Blocks become passages", arguments: blockCases)
    func blocks(text: String, expected: [String]) throws {
        #expect(try Reading(text, MarkdownReader.self).passages == expected)
    }

    private static let inlineCases: [(String, String)] = [
        ("a **b** _c_ snake_case `d`", "a b c snake_case d"),
        ("[link](http://x \"t\") and ![picture](y.png) and [odd]", "link and picture and odd"),
        ("&amp; &#233; &#x2019; &nothing; & b", "& é ’ &nothing; & b"),
        ("\\*x\\* \\_y", "*x* _y"),
        ("<b>t</b> 1 < 2 <!-- no --> <https", "t 1 < 2 <https"),
        ("&#0; &#99999999;", "&#0; &#99999999;"),
    ]

    @Test("Inline marks are removed, and the text is kept", arguments: inlineCases)
    func inline(text: String, expected: String) throws {
        #expect(try Reading(text, MarkdownReader.self).passages == ["paragraph other: \(expected)"])
    }

    @Test("The title is that of the front matter, else the first level-1 heading")
    func title() throws {
        let titles = try ["---\ntitle: Front\n---\n# Head", "## Sub\n# Head\n# Next", "text"].map {
            try Reading($0, MarkdownReader.self).documents.first?.metadata.title
        }
        #expect(titles == ["Front", "Head", nil])
    }

    @Test("Headings form section paths")
    func sections() throws {
        let document = try #require(try Reading("# A\n\n### B\n\nx\n\n## C\n\ny", MarkdownReader.self).documents.first)
        #expect(
            document.passages.map { document.sectionPath(of: $0) } == [
                ["A"], ["A", "B"], ["A", "B"], ["A", "C"], ["A", "C"],
            ])
    }

    @Test("Fenced code blocks are in the ledger")
    func ledger() throws {
        let document = try #require(try Reading("a\n\n~~~ swift\nlet  x\n~~~", MarkdownReader.self).documents.first)
        #expect(document.ledger.entries.map { "\($0.element) \($0.characters)" } == ["code block 5"])
    }
}
