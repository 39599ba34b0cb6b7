import TemaModel
import TestSupport
import Testing

@testable import TemaFormats
@testable import TemaIngest

@Suite("Quick pass") struct QuickPassTests {
    private typealias Pass = (UTF8Input, @escaping ArticleHandler.Delivery) throws(Problem) -> Int?

    /// Returns the documents that a pass reads, or nil if it falls back to libxml2.
    private func documents(_ bytes: [UInt8], _ pass: Pass) throws -> [Document]? {
        let input = try UTF8Input(ByteSource.bytes(bytes, name: "file"), encoding: nil, isXML: true)
        var documents: [Document] = []
        var types = SectionTypes()
        func add(_ draft: ArticleDraft) {
            documents.append(draft.document(id: "id", parent: nil, source: "file", types: &types))
            draft.children.forEach(add)
        }
        let articles = try pass(input) { article in
            add(article)
        }
        return articles == nil ? nil : documents
    }

    private func quick(_ bytes: [UInt8]) throws -> [Document]? {
        var pass = QuickPass()
        return try documents(bytes) { input, deliver throws(Problem) in try pass.run(input, deliver) }
    }

    private func full(_ bytes: [UInt8]) throws -> [Document]? {
        try documents(bytes) { input, deliver throws(Problem) in try XMLPass().run(input, deliver) }
    }

    private func article(_ body: String, _ head: String = "") -> [UInt8] {
        Array("\(head)<article><body>\(body)</body></article>".utf8)
    }

    static let bodies = [
        "<p>naïve — “text” 三 👍 e\u{301} ~ \u{7F}</p>", "<p>a&#233;b&#xE9;c&#X</p>",
        "<p>a&eacute;<bold>d\u{A0}</bold>&amp;&lt;&gt;&quot;&apos;</p>",
        "<sec sec-type='methods'><title>Método</title><p xlink:href='é' rid=\"~\">x</p ></sec\n>",
        "<!-- é -- --><p>x</p>", "<!-- é - --><p>é<?x é?>a<?y?>b</p>", "<p>\u{FFFD}é</p>",
        "<p>]] > ]&gt; ]]&gt; [1]</p>", "<p>a]]>b</p>",
        "<p><![CDATA[a <b> & ]] > é]]>é<![CDATA[]]></p>", "<p>é\r\né\r\n\r\n</p>\r\n<p\r\nid='1'\r\n/>", "<p>a\rb</p>",
        "<p>x<a b = 'c>d/>' e=\"'&#65;&amp;\"/>y<a/ ></p>", "<p>x<a b = 'c>d/>' e=\"'&#65;&amp;\" />y</p>",
        "<p xml:lang='fr'>x</p><p a:b='1' c:b='2' b='3'>y</p>", "<p xml:lang='f&#114;'>x</p>",
        "<p xmlns:lang='fr' xmlns='u'>x</p>",
        "<m:p xml:lang='de'>x</m:p><p:sec><p:title>x</p:title></p:sec>", "<table><tr>a&amp;b<td>c</td>d</tr></table>",
        "<sec id='a\tb\nc' sec-type='a\nb'><p>x</p></sec>", "<p>&nosuch;</p>", "<p>& x</p>", "<p>&#1;</p>",
        "<p>&#xFFFF;</p>", "<p>&#xD800;</p>",
        "<p a='1' a='2'/>", "<p a='<'/>", "<p a='&'/>", "<p a='&nbsp;'/>", "<p a/>", "<p a=1/>", "<p a='1'b='2'/>",
        "<p>x</q>", "<p>x", "</p>", "<>", "< p/>",
        "<1/>", "<a:b:c/>", "<:a/>", "<a:/>", "<é/>", "<p é='1'/>", "<p>\u{1}</p>", "<p>\u{FFFE}</p>", "<!x>",
        "<!DOCTYPE p>", "<?xml x?>", "<?XML x?>", "<?a:b x?>",
        "<?a?b?>", "<p>a<xmlns:p/>b</p>", "<p xmlns:p='1'>a</p><xmlns:p/>",
        "<!--", "<p><![CDATA[x</p>", "<p>&amp</p>", "<p></p><p/", "\u{0}",
    ]

    @Test("The result is that of libxml2, or the pass falls back to libxml2", arguments: bodies)
    func same(body: String) throws {
        guard let documents = try quick(article(body)) else { return }
        #expect(try documents == full(article(body)))
    }

    static let taken = [
        ("<p>naïve 三 👍 ]] > [1] \u{7F}</p>", ""), ("<p>a&#233;b&#xE9;&eacute;&amp;&lt;</p>", ""),
        ("<p>é<?x é?><!-- - --></p>", ""),
        ("<p><![CDATA[a <b> & é]]></p>", "<!-- é -->\n<?x?>"), ("<p>é\r\né</p>\r\n<p\r\nid='1'\r\n/>", "\r\n"),
        ("<p xlink:href='&amp;&#65;é' rid=\"a>b\" />", "<?xml version=\"1.0\" encoding='UTF-8'?>"),
        ("<p/>", "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?><!DOCTYPE article>"),
        ("<p/>", "<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS (Z39.96) v1.2//EN\"\n 'http://x/y.dtd' >"),
        ("<p/>", "<!DOCTYPE article SYSTEM 'y'>"),
        ("<p>a<xref ref-type='bibr'><sup>1</sup></xref><sup>,</sup><sup><xref ref-type='fn'>2</xref>-</sup>b</p>", ""),
        ("<sec><title>H<fn><p>note</p></fn> t<sup>2</sup></title></sec>", ""),
        ("<ref><name><surname>D</surname><bold><year>1</year></bold></name><sup>2</sup></ref><tr>m\r\nn</tr>", ""),
    ]

    @Test("Typical articles are read without libxml2", arguments: taken)
    func takes(body: String, head: String) throws {
        let documents = try #require(try quick(article(body, head)))
        #expect(try documents == full(article(body, head)))
    }

    static let left = [
        ("<p>x", ""), ("<p>a\rb</p>", ""), ("<p>a]]>b</p>", ""), ("<p>&nosuch;</p>", ""), ("<p>&#1;</p>", ""),
        ("<p a='1' a='2'/>", ""), ("<p a='<'/>", ""),
        ("<é/>", ""), ("<xmlns:p/>", ""), ("<p>\u{FFFE}</p>", ""), ("<p xml:lang='f&#114;'/>", ""),
        ("<!-- a -- b -->", ""),
        ("<?xml x?>", ""), ("</body></article><article><body>", ""),
        ("<p/>", "<!DOCTYPE article [<!ENTITY a 'b'>]>"), ("<p/>", "<!DOCTYPE a><!DOCTYPE b>"),
        ("<p/>", "<?xml version='1.1'?>"), ("<p/>", "x"),
        ("<p/>", "<![CDATA[]]>"), (String(repeating: "<b>", count: 200), ""),
        ("<p a='\(String(repeating: "x", count: 40_000))'/>", ""),
        (String(repeating: "<!-- \(String(repeating: "x", count: 1000)) -->", count: 40), ""),
    ]

    @Test("Malformed, oversized and rare markup falls back to libxml2", arguments: left)
    func leaves(body: String, head: String) throws {
        #expect(try quick(article(body, head)) == nil)
    }

    @Test(
        "Bytes that are not UTF-8 fall back to libxml2",
        arguments: [[0xC3], [0xED, 0xA0, 0x80], [0xE9, 0x20]] as [[UInt8]])
    func illFormed(bytes: [UInt8]) throws {
        #expect(try quick(Array("<article><body><p>".utf8) + bytes + Array("</p></body></article>".utf8)) == nil)
    }

    @Test("Every kind of markup is read at every position of the window")
    func places() throws {
        let piece =
            "<p a:b='c' id = \"x&amp;é\">é&eacute;&#233;]]\r\n<!-- - --><?x y?><![CDATA[<]]><i/><long-name-of-element>三</long-name-of-element></p>\n"
        for shift in 1...150 {
            let bytes = article(String(repeating: "x", count: shift) + String(repeating: piece, count: 250))
            let documents = try #require(try quick(bytes), "shifted by \(shift)")
            #expect(documents[0].passages.count == 251)
            #expect(Set(documents[0].passages.dropFirst().map { documents[0].string(of: $0) }) == ["ééé]] <三"])
        }
    }

    @Test("An error after a long text is reported with line and column")
    func position() throws {
        let xml = article("<p>\(String(repeating: "é\n", count: 40_000))</p>\n  <p>x</q>")
        #expect { try Reading(xml, JATSReader.self) } throws: { "\($0)".contains("40002:11: ") }
    }

    private static let tokens = [
        "<", ">", "&", ";", "\"", "'", "/", "=", " ", "\n", "\r\n", "\r", "]]>", "--", "<!--", "-->", "<?x y?>", "?>",
        "<![CDATA[", "&amp;", "&#60;", "&mdash;",
        "&x;", "<p>", "</p>", "<b/>", " id='1'", " xml:lang='fr'", "xmlns:a='b'", ":", "é", "\u{1}", "<!DOCTYPE a>",
        "<tr>", "article", "\u{0}", "<sup>", "</sup>", "<xref ref-type='fn'>", "</xref>", "<title>", "</title>", "<fn>",
        "</fn>",
    ]

    @Test(
        "The result never differs from that of libxml2 for articles with injected faults",
        arguments: [1, 2, 3] as [UInt64])
    func faults(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let good = article(Self.taken.map(\.0).joined(separator: "\n"), Self.taken[7].1)
        var accepted = 0
        for round in 0..<1500 {
            var bytes = good
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                let end = min(bytes.count, at + Int.random(in: 0..<4, using: &random))
                let token = Int.random(in: 0..<2 * Self.tokens.count, using: &random)
                bytes.replaceSubrange(at..<end, with: token < Self.tokens.count ? Array(Self.tokens[token].utf8) : [])
            }
            guard let documents = try quick(bytes) else { continue }
            accepted += 1
            #expect(
                documents == (try? full(bytes)),
                "seed \(seed), round \(round): \(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(accepted > 100)
    }
}
