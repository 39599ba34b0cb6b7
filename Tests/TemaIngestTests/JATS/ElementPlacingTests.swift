import TemaModel
import Testing

@testable import TemaIngest

@Suite("Elements of an article body") struct ElementPlacingTests {
    private func body(_ xml: String) throws -> [String] {
        let document = try #require(
            try Reading("<article><body>\(xml)</body></article>", JATSReader.self).documents.first)
        return document.passages.map { "\($0.kind.rawValue): \(document.string(of: $0))" }
    }

    private static let blockCases: [(String, [String])] = [
        ("<p>One</p><p> Two\n\tthree </p>", ["paragraph: One", "paragraph: Two three"]),
        ("<p>a<list><list-item><p>b</p></list-item></list>c</p>", ["paragraph: a", "list-item: b", "paragraph: c"]),
        ("<sec><title>Head</title><p>x</p></sec>", ["heading: Head", "paragraph: x"]),
        ("<disp-quote><p>said</p><attrib>who</attrib></disp-quote>", ["quote: said", "quote: who"]),
        ("<boxed-text><p>in a box</p></boxed-text>", ["box: in a box"]),
        ("<fig><label>1</label><caption><title>T</title><p>c</p></caption></fig>", ["caption: T", "caption: c"]),
        (
            "<table><tr><th>a</th><td><p>b</p><p>c</p></td><td/></tr><tr><td> </td></tr></table>",
            ["table-row: a\tb c\t"]
        ),
        ("<table><row><entry>1</entry><entry>2</entry></row></table>", ["table-row: 1\t2"]),
        (
            "<def-list><def-item><term>A</term><term>B</term><def><p>x</p></def></def-item></def-list>",
            ["definition: A, B: x"]
        ),
        ("<fn-group><fn><p>note</p></fn></fn-group>", ["footnote: note"]),
        ("<p>x<fn><p>note</p></fn>y</p>", ["paragraph: x", "footnote: note", "paragraph: y"]),
        ("<ack><p>thanks</p></ack>", ["acknowledgement: thanks"]),
        (
            "<ref-list><ref><label>1</label><mixed-citation>Who. What.</mixed-citation></ref></ref-list>",
            ["reference: Who. What."]
        ),
        ("<p>10<sup>3</sup> m<sub>2</sub> <italic>x</italic></p>", ["paragraph: 103 m2 x"]),
        ("<p>a<break/>b</p>", ["paragraph: a b"]),
        ("<p>a <inline-formula><math>E</math><tex-math>$x$</tex-math></inline-formula> b</p>", ["paragraph: a b"]),
        (
            "<p>a <alternatives><graphic/><textual-form>one</textual-form><textual-form>two</textual-form></alternatives></p>",
            ["paragraph: a one"]
        ),
        ("<p>x&mdash;y &agr;&eacute; &unheard;</p>", ["paragraph: x—y αé &unheard;"]),
        ("<p>a\u{A0}\u{A0}b</p>", ["paragraph: a\u{A0}\u{A0}b"]),
        ("<unknown><p>kept</p> loose</unknown>", ["paragraph: kept", "paragraph: loose"]),
        ("<m:p xmlns:m=\"urn:x\">named</m:p>", ["paragraph: named"]),
        ("<p><!-- no -->yes<?no?><![CDATA[ <b> ]]></p>", ["paragraph: yes <b>"]),
    ]

    @Test("Blocks become passages with their kinds", arguments: blockCases)
    func blocks(xml: String, expected: [String]) throws {
        #expect(try body(xml) == expected)
    }

    private static let ruleCases: [(String, [String])] = [
        ("<list-item><disp-quote><p>q</p></disp-quote></list-item>", ["quote: q"]),
        ("<disp-quote><list><list-item><p>i</p></list-item></list></disp-quote>", ["list-item: i"]),
        ("<boxed-text><sec><title>h</title><p>b</p></sec></boxed-text>", ["heading: h", "box: b"]),
        ("<boxed-text><caption><title>t</title></caption></boxed-text>", ["caption: t"]),
        ("<speech><speaker>Ibu</speaker><p>said</p></speech>", ["quote: Ibu", "quote: said"]),
        (
            "<verse-group><verse-line>one</verse-line><verse-line>two</verse-line></verse-group>",
            ["quote: one", "quote: two"]
        ),
        ("<disp-quote>bare<attrib>who</attrib></disp-quote>", ["quote: bare", "quote: who"]),
        ("<table-wrap><table-wrap-foot><p>under</p></table-wrap-foot></table-wrap>", ["footnote: under"]),
        ("<p>a<fn>bare</fn></p>", ["paragraph: a", "footnote: bare"]),
        (
            "<list><title>Things</title><list-item><label>1</label><p>one</p></list-item></list>",
            ["heading: Things", "list-item: one"]
        ),
        (
            "<p>Formula <disp-formula>x = 1</disp-formula> stands</p>",
            ["paragraph: Formula", "paragraph: x = 1", "paragraph: stands"]
        ),
        ("<p>a <named-content>b</named-content><xref>c</xref><ext-link>d</ext-link></p>", ["paragraph: a bcd"]),
        ("<p>a<index-term><term>no</term></index-term><object-id>no</object-id>b</p>", ["paragraph: ab"]),
        ("<preformat>one\n  two</preformat>", ["paragraph: one two"]),
        (
            "<def-list><def-item><term>A</term></def-item><def-item><def><p>x</p><p>y</p></def></def-item></def-list>",
            ["definition: A", "definition: x y"]
        ),
        (
            "<table><tr><td><list><list-item><p>a</p></list-item><list-item><p>b</p></list-item></list></td><td>c</td></tr></table>",
            ["table-row: a b\tc"]
        ),
        (
            "<p>x<alternatives><tex-math>no</tex-math><textual-form>yes</textual-form></alternatives></p>",
            ["paragraph: xyes"]
        ),
        (
            "<alternatives><table><tr><td>t</td></tr></table><preformat>again</preformat></alternatives>",
            ["table-row: t"]
        ),
        (
            "<taxon-treatment><nomenclature>Homo</nomenclature><treatment-sec><title>H</title></treatment-sec></taxon-treatment>",
            ["paragraph: Homo", "heading: H"]
        ),
        ("<statement><title>S</title><p>said</p></statement>", ["heading: S", "paragraph: said"]),
        ("<p></p><p> \n </p><sec/>", []),
        ("<p>&#8217;&#x41;&lt;</p>", ["paragraph: ’A<"]),
    ]

    private static let fn = "<xref ref-type='fn' rid='a'>"
    private static let bibr = "<xref ref-type='bibr' rid='r'>"
    private static let markCases: [(String, [String])] = [
        (
            "<p>loss\(bibr)<sup>12</sup></xref> and\(fn)<sup><italic>*</italic></sup></xref>.</p>",
            ["paragraph: loss and."]
        ),
        ("<p>loss<sup>\(bibr)1</xref>,\(bibr)2</xref></sup> too</p>", ["paragraph: loss too"]),
        (
            "<p>loss \(bibr) <sup>1</sup>\n</xref><sup>, </sup>\(bibr)<sup>2</sup></xref>.</p>",
            ["paragraph: loss ."]
        ),
        (
            "<p>a<sup>\(bibr)1</xref></sup><sup>–</sup><sup>\(bibr)3</xref></sup>b<xref ref-type='table-fn'><sup>b</sup></xref></p>",
            ["paragraph: ab"]
        ),
        // A separator belongs to two marks only if nothing is between them.
        ("<p>a\(bibr)<sup>1</sup></xref><sup>,</sup> \(bibr)<sup>2</sup></xref></p>", ["paragraph: a,"]),
        ("<p>a\(bibr)<sup>1</sup></xref> <sup>,</sup>\(bibr)<sup>2</sup></xref></p>", ["paragraph: a ,"]),
        ("<p>a\(bibr)<sup>1</sup></xref><b><sup>,</sup></b>\(bibr)<sup>2</sup></xref></p>", ["paragraph: a,"]),
        ("<p>a\(bibr)<sup>1</sup></xref><sup>,</sup></p>", ["paragraph: a,"]),
        ("<p>a\(bibr)<sup>1</sup></xref><sup>2</sup>\(bibr)<sup>3</sup></xref></p>", ["paragraph: a2"]),
        ("<p>(\(bibr)Doe, 2010</xref>) [\(bibr)3</xref>] km<sup>2</sup></p>", ["paragraph: (Doe, 2010) [3] km2"]),
        ("<p>\(bibr)<sup>a</sup>b</xref> \(bibr)b<sup>a</sup></xref></p>", ["paragraph: ab ba"]),
        ("<p><sup>–3 \(bibr)4</xref></sup> <sup>\(bibr)4</xref> é</sup></p>", ["paragraph: –3 4 4 é"]),
        ("<p>1<sup>\(bibr)4</xref> (5)</sup> <sup>[\(bibr)4</xref>]</sup></p>", ["paragraph: 1"]),
        ("<p><xref ref-type='fig'><sup>1</sup></xref><xref><sup>2</sup></xref></p>", ["paragraph: 12"]),
        ("<p>a<sup>\(bibr)<sup>1</sup></xref>, \(bibr)2</xref></sup>b</p>", ["paragraph: ab"]),
        ("<p>\(fn)<sup>1</sup></xref></p>", []),
        ("<p xml:lang='en'>\(fn)<sup xml:lang='fr'>1</sup></xref>x</p>", ["paragraph: x"]),
        ("<p>a\(fn)<sup>1<fn><p>note</p></fn></sup></xref>b</p>", ["paragraph: a1", "footnote: note", "paragraph: b"]),
        (
            "<table><tr><td>low\(fn)<sup>*</sup></xref></td><td>\(fn)<sup>a</sup></xref></td></tr></table>",
            ["table-row: low\t"]
        ),
        (
            "<sec><title>H\(fn)<sup>1</sup></xref></title></sec><def-item><term>T\(fn)<sup>1</sup></xref></term></def-item>",
            ["heading: H", "definition: T"]
        ),
        (
            "<p>\(String(repeating: "x ", count: 50_000))y\(fn)<sup>1</sup></xref>z</p>",
            ["paragraph: " + String(repeating: "x ", count: 50_000) + "yz"]
        ),
    ]

    @Test("Superscripts that only refer to notes or references are not text", arguments: markCases)
    func marks(xml: String, expected: [String]) throws {
        #expect(try body(xml) == expected)
    }

    private static let referenceCases = [
        ("<name><surname>Doe</surname><given-names>J</given-names></name><year>2003</year>", "Doe J 2003"),
        ("<bold><surname>Doe</surname></bold><italic><bold><year>1</year></bold></italic>", "Doe 1"),
        ("<source><italic>R</italic></source><volume><bold>4</bold></volume>", "R 4"),
        ("<source>H<sub>2</sub><sup>+</sup><italic>O</italic>x</source>, <year>1</year>.", "H2+Ox, 1."),
        ("<label>1</label><surname>D</surname><label>2</label><year>1</year>", "D 1"),
        ("<surname>D</surname><!-- - --><year>1</year>-<issue>2</issue><bold>3</bold>", "D 1-23"),
        ("<year xml:lang='en'>1</year><issue>2</issue><xref>3</xref><xref ref-type='bibr'>4</xref>", "1 2 3 4"),
    ]

    @Test("In a reference, elements with nothing between them are separated by a space", arguments: referenceCases)
    func references(xml: String, expected: String) throws {
        #expect(
            try body("<ref-list><ref><mixed-citation>\(xml)</mixed-citation></ref></ref-list>") == [
                "reference: \(expected)"
            ])
    }

    private static let titleCases: [(String, [String])] = [
        (
            "<sec><title>He<fn id='f'><p>one</p><p>two</p></fn>ad</title><p>x</p></sec>",
            ["heading: Head", "footnote: one", "footnote: two", "paragraph: x"]
        ),
        (
            "<fig><caption><title>T<bold><fn>bare</fn></bold></title><p>c<fn>d</fn></p></caption></fig>",
            ["caption: T", "footnote: bare", "caption: c", "footnote: d"]
        ),
        ("<sec><title><fn><p>only</p></fn></title></sec>", ["footnote: only"]),
        (
            "<sec><title>A<fn><p>n<fn>inner</fn></p><sec><title>B<fn>b</fn></title></sec></fn></title></sec>",
            ["heading: A", "footnote: n", "footnote: inner", "heading: B", "footnote: b"]
        ),
        ("<tr><td>a<fn><p>note</p></fn></td></tr>", ["table-row: a note"]),
        (
            "<sec><title>A<fn>n<article><body><p>other</p></body></article>m</fn></title></sec>",
            ["heading: A", "footnote: n", "footnote: m"]
        ),
    ]

    @Test("A footnote in a title follows it", arguments: titleCases)
    func titleNotes(xml: String, expected: [String]) throws {
        let reading = try Reading("<article><body>\(xml)</body></article>", JATSReader.self)
        let document = try #require(reading.documents.last)
        #expect(document.passages.map { "\($0.kind.rawValue): \(document.string(of: $0))" } == expected)
        #expect(document.sections.allSatisfy { ["", "A", "B", "Head"].contains($0.heading) })
    }

    @Test("A footnote in the article's title is not part of the title")
    func articleTitle() throws {
        let group =
            "<title-group><article-title xml:lang='id'>Judul<fn><p>Catatan</p></fn></article-title></title-group>"
        let reading = try Reading(
            "<article><front><article-meta>\(group)</article-meta></front></article>", JATSReader.self)
        #expect(reading.passages == ["title front: Judul", "footnote front: Catatan"])
        #expect(reading.documents[0].metadata.title == "Judul")
        #expect(reading.documents[0].passages.map { reading.documents[0].language(of: $0) } == ["id", "id"])
    }

    @Test("The nearest ancestor determines the kind, and no text is joined, lost or duplicated", arguments: ruleCases)
    func rules(xml: String, expected: [String]) throws {
        #expect(try body(xml) == expected)
    }
}
