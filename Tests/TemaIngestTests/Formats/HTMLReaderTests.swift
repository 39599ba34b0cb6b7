import TemaModel
import Testing

@testable import TemaFormats
@testable import TemaIngest

@Suite("HTML") struct HTMLReaderTests {
    private static let cases: [(String, [String])] = [
        ("<p>One<p>two <b>bo</b>ld", ["paragraph other: One", "paragraph other: two bold"]),
        (
            "text<div>in<span>side</span></div>after",
            ["paragraph other: text", "paragraph other: inside", "paragraph other: after"]
        ),
        (
            "<h1>Title</h1><h2>Methods</h2><p>x<h3>Results</h3><p>y<h2>Conclusion</h2>z",
            [
                "heading other: Title", "heading methods: Methods", "paragraph methods: x", "heading methods: Results",
                "paragraph methods: y", "heading conclusion: Conclusion", "paragraph conclusion: z",
            ]
        ),
        ("<h2>Abstract</h2><p>x", ["heading abstract: Abstract", "abstract abstract: x"]),
        (
            "<ul><li>a<li>b<ul><li>c</ul>d</ul>",
            ["list-item other: a", "list-item other: b", "list-item other: c", "list-item other: d"]
        ),
        (
            "<blockquote><p>q</blockquote><aside>b</aside><pre>a\n  b</pre>",
            ["quote other: q", "box other: b", "paragraph other: a b"]
        ),
        ("<dl><dt>t<dd>d</dl>", ["definition other: t", "definition other: d"]),
        (
            "<h2>References</h2><p>x</p><section role='doc-endnotes'><ol><li>n<a role='doc-backlink'>↩</a></ol></section><p>y",
            ["heading back: References", "reference back: x", "footnote back: n", "reference back: y"]
        ),
        (
            "<table><caption>c</caption><tr><th>a<th>b<tr><td><p>1<p>2</td><td>3<br>4</td></tr></table>",
            ["caption other: c", "table-row other: a\tb", "table-row other: 1 2\t3 4"]
        ),
        ("漢<ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby>", ["paragraph other: 漢字"]),
        (
            "<header><h1>Site</h1></header><h1>Sleep</h1><h2>Article</h2><h3>Methods</h3><p>x<h4>Sample</h4><p>y<h3>Results</h3>z",
            [
                "heading other: Site", "heading other: Sleep", "heading other: Article", "heading methods: Methods",
                "paragraph methods: x", "heading methods: Sample", "paragraph methods: y", "heading results: Results",
                "paragraph results: z",
            ]
        ),
        ("<figure><img alt=no><figcaption>f</figcaption></figure>", ["caption other: f"]),
        ("a<br>b<wbr>c d&shy;e", ["paragraph other: a bc d\u{AD}e"]),
        (
            "&eacute; &amp;lt; &#8217; &rsquor; &unknown; &lbrace;&rbrace; &amp;lbrace; a&b",
            [
                "paragraph other: é &lt; ’ ’ &unknown; {} &lbrace; a&b"
            ]
        ),
        ("<p>a\u{C}b<!-- no -->c<script>if (a<b) { \"</p>\" }</script>d<style>p{}</style>", ["paragraph other: a bcd"]),
        (
            "<nav>menu</nav><header>head</header><p hidden>no</p><footer>foot</footer>",
            ["paragraph other: head", "paragraph other: foot"]
        ),
        ("<custom-tag>a</custom-tag> <o:p>b</o:p></i></td>c", ["paragraph other: a bc"]),
        ("<p lang=id>satu</p>", ["paragraph other: satu"]),
    ]

    @Test("Blocks become passages, also in malformed pages", arguments: cases)
    func passages(page: String, expected: [String]) throws {
        #expect(try Reading(page, HTMLReader.self).passages == expected)
        #expect(try Reading("<!DOCTYPE html><html><body>\(page)</body></html>\n", HTMLReader.self).passages == expected)
    }

    private static let markCases: [(String, String)] = [
        ("sleep<sup><a href='#r1'>1</a></sup> and", "sleep and"),
        (
            "sleep<a href='#r1'><sup>[1]</sup></a><sup>,</sup><sup><a href='/x#r2'>2</a>–<a href='#r3'>3</a></sup>.",
            "sleep."
        ),
        ("<a role='doc-noteref' href='notes.html'><sup>*</sup></a>x<a epub:type='noteref'><sup>2</sup></a>", "x"),
        ("km<sup>2</sup> <a href='#s'>see 3</a> TM<sup><a href='x.html#'>tm</a></sup>", "km2 see 3 TMtm"),
        (
            "a<sup>see <a href='#n'>1</a></sup><sup>2<a href='#n'>3</a></sup><a href='#n'><sup>a</sup>b</a>",
            "asee 123ab"
        ),
    ]

    @Test("Superscripts that only link to notes are not text, but in the ledger", arguments: markCases)
    func marks(page: String, expected: String) throws {
        let reading = try Reading("<p>\(page)</p>", HTMLReader.self)
        #expect(reading.documents.map(\.text.string) == [expected])
        #expect(reading.ledger.isEmpty == (expected.contains("km") || expected.contains("see")))
    }

    /// Whether libxml2 tokenizes as HTML 5 specifies and finds attributes with a hash table.
    private static let isHTML5 = LibXML2Version.number >= 2_14_00

    @Test("Entities without a semicolon are resolved as in HTML 5 if libxml2 supports it")
    func oldNames() throws {
        let expected = Self.isHTML5 ? "¬hing; &x" : "&nothing; &ampx"
        #expect(try Reading("&nothing; &ampx", HTMLReader.self).passages == ["paragraph other: \(expected)"])
    }

    @Test("A tag with very many attributes is read only if libxml2 finds attributes in linear time")
    func manyAttributes() throws {
        let page = "<p " + String(repeating: "a=\"b\" ", count: 200_000) + ">x"
        if Self.isHTML5 {
            #expect(try Reading(page, HTMLReader.self).passages == ["paragraph other: x"])
        } else {
            let problem = #expect(throws: Problem.self) { try Reading(page, HTMLReader.self) }
            #expect(problem?.message.contains("no end") == true, "\(String(describing: problem))")
        }
    }

    @Test("Metadata is read from the head")
    func metadata() throws {
        let reading = try Reading(
            """
            <html lang="en"><head><title>Hope | Journal</title>
            <meta name="citation_title" content="Hope after the flood"><meta name="citation_author" content="Dewi Marlina">
            <meta name="citation_author" content="Dam, B"><meta name="citation_publication_date" content="2014/03/01">
            <meta name="citation_journal_title" content="Journal of Composed Studies"><meta name="citation_volume" content="4">
            <meta name="citation_firstpage" content="11"><meta name="citation_lastpage" content="19">
            <meta name="DC.Identifier" content="doi:10.1000/abc.1"><meta name="keywords" content="hope, flood">
            </head><body><p>x<p lang="id">satu</body></html>
            """, HTMLReader.self)
        #expect(reading.documents.map(\.id) == ["10.1000/abc.1"])
        #expect(
            reading.metadata == [
                "title: Hope after the flood", "authors: Marlina, Dewi; Dam, B", "year: 2014",
                "journal: Journal of Composed Studies", "volume: 4", "pages: 11-19", "doi: 10.1000/abc.1",
                "language: en",
                "keywords: hope; flood",
            ])
        let document = reading.documents[0]
        #expect(document.passages.map { document.language(of: $0) } == ["en", "id"])
        #expect(reading.ledger == ["head not text ×1 14"])
    }

    private static let encodings: [(String, [UInt8], String)] = [
        ("<meta charset=\"windows-1252\"><p>", [0x93, 0xE9], "“é"),
        ("<meta http-equiv=content-type content='text/html; charset=iso-8859-1'><p>", [0x93, 0xE9], "“é"),
        ("<?xml version='1.0' encoding='ISO-8859-2'?><html><p>", [0xB1], "ą"),
        ("<meta charset=utf-8><p>", [0xC3, 0xA9], "é"), ("<p>", [0xC3, 0xA9], "é"),
        ("\u{FEFF}<meta charset=latin1><p>", [0xC3, 0xA9], "é"), ("<meta charset=Shift_JIS><p>", [0x88, 0x9F], "亜"),
    ]

    @Test("Pages are read in the encoding that they declare", arguments: encodings)
    func encoding(page: String, bytes: [UInt8], expected: String) throws {
        #expect(try Reading(Array(page.utf8) + bytes, HTMLReader.self).passages == ["paragraph other: \(expected)"])
    }

    @Test("Pages with invalid bytes, an unknown encoding or no text are rejected")
    func refused() {
        for page in [
            Array("<p>".utf8) + [0xE9, 0x20], Array("<p>a\0b".utf8), Array("<meta charset=x-none><p>a".utf8),
            Array("<script>a</script>".utf8),
        ] as [[UInt8]] {
            #expect(throws: Problem.self) { try Reading(page, HTMLReader.self) }
        }
    }

    private static let hostile: [(String, String)] = [
        (String(repeating: "<div>", count: 100_000) + "x", "deep"),
        ("<p>x<!--" + String(repeating: "-", count: 9 << 20), "no end"),
    ]

    @Test("Pages that would take excessive time are rejected", arguments: hostile)
    func bombs(page: String, expected: String) throws {
        let problem = #expect(throws: Problem.self) { try Reading(page, HTMLReader.self) }
        #expect(problem?.message.contains(expected) == true, "\(String(describing: problem))")
    }

    @Test("A page with many unclosed tags is read")
    func soup() throws {
        let page = String(repeating: "<p><i>word</b></p>", count: 300)
        #expect(try Reading(page, HTMLReader.self).passages.count == 300)
    }
}
