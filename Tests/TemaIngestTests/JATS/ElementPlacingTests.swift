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

    @Test("The nearest ancestor determines the kind, and no text is joined, lost or duplicated", arguments: ruleCases)
    func rules(xml: String, expected: [String]) throws {
        #expect(try body(xml) == expected)
    }
}
