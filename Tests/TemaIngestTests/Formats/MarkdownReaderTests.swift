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
        ("```code``` in a line", ["paragraph other: code in a line"]),
        ("## Methods ## {#m .c}\nx", ["heading methods: Methods", "paragraph methods: x"]),
        ("Results {-}\n---\n# {not attributes}", ["heading results: Results", "heading other: {not attributes}"]),
        (
            "a[^n], b^[one *note*]\n\n[^n]: first\ngoes on\n\n    second\n\nc[^m]",
            [
                "paragraph other: a, b", "footnote other: one note", "footnote other: first goes on",
                "footnote other: second", "paragraph other: c[^m]",
            ]
        ),
        (
            "| a^[n] | b |\n|--|--|\n# Head^[m]",
            ["table-row other: a\tb", "footnote other: n", "heading other: Head", "footnote other: m"]
        ),
        (
            "Term\n\n:   one\n    more\n\n    two\n: three\nOther\n: four\n\n: text\n\nb\nc\n: d",
            [
                "definition other: Term", "definition other: one more", "definition other: two",
                "definition other: three", "definition other: Other", "definition other: four",
                "definition other: text",
                "paragraph other: b c : d",
            ]
        ),
        ("::: {.note}\na\n:::\nb\n::: note :::", ["paragraph other: a", "paragraph other: b"]),
        ("| one\n| two", ["paragraph other: one two"]),
        ("<!-- one\n\ntwo -->\n<style>\n\np\n</style>three", ["paragraph other: three"]),
        ("[a]: http://x.org\n[Maria]: Yes", ["paragraph other: [Maria]: Yes"]),
        ("a\n\n---\n\nb", ["paragraph other: a", "paragraph other: b"]),
    ]

    @Test("Blocks become passages", arguments: blockCases)
    func blocks(text: String, expected: [String]) throws {
        #expect(try Reading(text, MarkdownReader.self).passages == expected)
    }

    private static let inlineCases: [(String, String)] = [
        ("a **b** _c_ snake_case `d`", "a b c snake_case d"),
        ("[link](http://x \"t\") and ![picture](y.png) and [odd]", "link and picture and [odd]"),
        ("&amp; &#233; &#x2019; &nothing; & b", "& é ’ &nothing; & b"),
        ("\\*x\\* \\_y \\\n\\", "*x* _y \\"),
        ("a * b, *p < .05, __x__ and ***y***", "a * b, *p < .05, x and y"),
        ("H~2~O x^2^ ~~out~~ ~5 to ~6 2^nd", "H2O x2 out ~5 to ~6 2^nd"),
        ("`a*b_c` ``d`e`` `f", "a*b_c d`e `f"),
        ("`<br>`{=html}x `y`{.r} [z]{.c} [Ana]{nurse}", "x y z [Ana]{nurse}"),
        ("[see @a1, p. 3; @b] [3] [laughs](she did) [a](b_(c) 't')", "[see @a1, p. 3; @b] [3] [laughs](she did) a"),
        ("<http://a.org/b> <a@b.org> x<y>z<!-- a > b -->", "http://a.org/b a@b.org xz"),
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

    private static let ledgerCases: [(String, [String])] = [
        ("a\n\n~~~ swift\nlet  x\n~~~", ["code block not text ×1 5"]),
        ("a[^1] b[^1]\n\n[^1]: x", ["footnote reference note mark ×2 2"]),
        ("a `b`{=tex} <!-- c -->\n\n<!--\nd\n-->", ["raw text not text ×1 1", "comment not text ×2 4"]),
        ("[a]\n\n[A]: #x", ["link target not text ×1 2"]),
        ("a\n<script>\nb", ["script not text ×1 1"]),
    ]

    @Test("Text that is not a passage is in the ledger", arguments: ledgerCases)
    func ledger(text: String, expected: [String]) throws {
        #expect(try Reading(text, MarkdownReader.self).ledger == expected)
    }

    private static let repeated = [
        "[", "]", "](", "[](", "[](x ", "[](x \"", "^[", "[^", "[^a", "{", "]{a ", "`", "`a``b", "*", "*a_", "**a*",
        "~", "~a ", "^a",
        "<", "<a", "<a ", "<!--", "&", "\\", "![", "[a][", "(", "[a]: b/c ", "| ", ": ", "> ", "::: ", "_ ",
    ]

    @Test("Long runs of marks are read in linear time", arguments: repeated)
    func hostile(mark: String) throws {
        let text = "x[z]\n\n" + String(repeating: mark, count: 50_000) + "\n\n[z]: a/b"
        #expect(try Reading(text, MarkdownReader.self).passages.isEmpty == false)
    }
}
