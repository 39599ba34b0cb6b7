import TemaModel
import Testing

@testable import TemaIngest

@Suite("Hostile XML") struct XMLStreamTests {
    private func problem(_ xml: String) -> String {
        do {
            let reading = try Reading(xml, JATSReader.self)
            return "read: \(reading.documents.map(\.text.string))"
        } catch {
            return "\(error)"
        }
    }

    private func article(_ body: String, _ head: String = "") -> String {
        "\(head)<article><body><p>\(body)</p></body></article>"
    }

    @Test("Depth, tag length and text length are limited, and errors name the limit")
    func limits() {
        let deep = String(repeating: "<b>", count: 199)
        #expect(problem(article(deep)).contains("more than 200 levels deep"))
        #expect(problem(article("<a b=\"\(String(repeating: "x", count: 100_000))\"/>")).contains("longer than 64 KB"))
        #expect(problem(article(String(repeating: "word ", count: 1_700_000))).contains("more than 8 MB of text"))
        let words = String(repeating: "é> ", count: 100_000)
        for long in ["<!--\(words)-->", "<?x \(words)?>", "<![CDATA[\(words)]]>"] {
            #expect(problem(article(long + "<i a='\(words.prefix(3_000))'>x</i>")).hasPrefix("read: "))
        }
        let names = String(repeating: "n", count: 100_000)
        #expect(problem(article("<\(names)/>")).contains("error: "))
        #expect(problem(article(String(repeating: "<b>x</b>", count: 30_000))).hasPrefix("read: "))
    }

    private static let entityCases: [(String, String)] = [
        ("<!DOCTYPE article [<!ENTITY a 'min&#101;'>]>", "&a; &amp; — &lt;b&gt; é"),
        ("<!DOCTYPE article [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p; %q;]>", "&a; &amp; — &lt;b&gt; é"),
        ("<!DOCTYPE article SYSTEM 'file:///etc/passwd'>", "&a; &amp; — &lt;b&gt; é"),
        ("<!DOCTYPE article [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", "&a; &amp; — &lt;b&gt; é"),
        ("<!DOCTYPE article PUBLIC '-//X' 'http://localhost/x.dtd' [<!ENTITY amp 'no'>]>", "&a; &amp; — &lt;b&gt; é"),
    ]

    @Test("Declarations in a DTD other than plain text are ignored, and nothing is loaded", arguments: entityCases)
    func entities(head: String, expected: String) throws {
        let plain = expected.replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        let reading = try Reading(article("&a; &amp; &mdash; &lt;b&gt; &#233;", head), JATSReader.self)
        #expect(reading.documents.map(\.text.string) == [plain])
        #expect(reading.ledger == ["&a; unknown entity ×1 3"])
        #expect(reading.problems.count == 1 && reading.problems[0].contains("warning: undefined in document file"))
    }

    private static let plainCases: [(declarations: String, body: String, expected: String)] = [
        ("<!ENTITY org \"the Aid\n Society\"><!ENTITY x '>'>", "&org;&x; &amp; &mdash;", "the Aid Society> & —"),
        ("<!ENTITY a  'one' ><!ENTITY a 'two'><!ENTITY mdash '--'><!ENTITY amp 'no'>", "&a; &mdash; &amp;", "one -- &"),
        ("<!-- <!ENTITY a 'no'> --><?x <!ENTITY a 'no'>?><!ENTITY a '\"é\"'>", "&a;", "\"é\""),
        ("<!ATTLIST p title CDATA \"!ENTITY a 'no'>\"><!ENTITY é 'é'>", "&é;&a;", "é&a;"),
        ("<!ENTITY b 'x<y'><!ENTITY c 'x&amp;y'><!ENTITY % d 'x'>", "&b; &c; &d;", "&b; &c; &d;"),
        ("<!ENTITY a '\(String(repeating: "é", count: 4_096))'>", "&a;", String(repeating: "é", count: 4_096)),
        ("<!ENTITY a '\(String(repeating: "é", count: 4_097))'>", "&a;", "&a;"),
        ((0...1_000).map { "<!ENTITY a\($0) 'x'>" }.joined(), "&a0;&a999;&a1000;", "xx&a1000;"),
    ]

    @Test("Entities that the file declares as plain text are that text", arguments: plainCases)
    func plainEntities(declarations: String, body: String, expected: String) throws {
        let reading = try Reading(article(body, "<!DOCTYPE article [\(declarations)]>"), JATSReader.self)
        #expect(reading.documents.map(\.text.string) == [expected])
    }

    @Test("Entities in attributes are replaced, or stay as written, and a DTD adds no attributes")
    func attributeEntities() throws {
        let head = "<!DOCTYPE article [<!ENTITY en 'en'><!ATTLIST p xml:lang CDATA 'fr'>]>"
        let body = "<p xml:lang='&en;-GB'>a</p><p xml:lang='&x;en'>b</p><p xml:lang='&eacute;&lt;&#38;'>c</p><p>d</p>"
        let document = try #require(
            try Reading("\(head)<article><body>\(body)</body></article>", JATSReader.self).documents.first)
        #expect(document.passages.map { document.language(of: $0) } == ["en-GB", "&x;en", "é<&", nil])
    }

    @Test("A document has one warning for all undefined entities")
    func warnings() throws {
        let reading = try Reading(article("&a;&b;&a;&c;&d;<i a='&e;'/>"), JATSReader.self)
        #expect(
            reading.problems == [
                "warning: undefined in document file, and kept as written: &a;, &b;, &c; and 1 more (replace them in the file with the characters that they represent)"
            ])
    }

    @Test("Long runs of characters of any length are read by both parsers")
    func runs() throws {
        for character in ["é", "三", "👍"] {
            let run = String(repeating: character, count: 3_000)
            for head in ["", "<!DOCTYPE article [<!ENTITY a 'x'>]>"] {
                #expect(try Reading(article(run, head), JATSReader.self).documents.map(\.text.string) == [run])
            }
        }
    }

    @Test("Unknown entities are in the ledger if they are in text, not in attributes or declarations")
    func attributes() throws {
        let head = "<!DOCTYPE article [<!ENTITY a SYSTEM 'mine'><!ATTLIST p title CDATA '&c;'>]>"
        let reading = try Reading(article("&a;<i class='&b;'>&b;</i>&b;", head), JATSReader.self)
        #expect(reading.documents[0].ledger.entries.map { "\($0.element) \($0.count)" } == ["&a; 1", "&b; 2"])
    }

    @Test("The text that entities add is limited, in text and in attributes")
    func growth() {
        let head = "<!DOCTYPE article [<!ENTITY a '\(String(repeating: "x", count: 4_000))'>]>"
        let many = String(repeating: "&a;", count: 400)
        #expect(problem(article(many, head)).contains("more than 2 times as long as the file"))
        #expect(problem(article("<i class='\(many)'/>", head)).contains("more than 2 times as long as the file"))
    }

    @Test("Entities do not expand: an entity bomb is kept as written")
    func bomb() throws {
        var head = "<!DOCTYPE article [<!ENTITY a0 'ha'>"
        for level in 1...20 { head += "<!ENTITY a\(level) '\(String(repeating: "&a\(level - 1);", count: 10))'>" }
        #expect(try Reading(article("&a20;", head + "]>"), JATSReader.self).documents.map(\.text.string) == ["&a20;"])
    }

    @Test(
        "Malformed files are rejected with line and column, and deliver no document",
        arguments: [
            ("<article><body>\n<p>x</b></p></body></article>", "2:"), (Self.article2 + "<article>", "1:"),
            (article2 + "&", "1:"),
            ("", "empty"), ("\u{1}", "1:1"), ("<article><body><p>\u{B}</p></body></article>", "1:"),
        ])
    func malformed(xml: String, expected: String) {
        let actual = problem(xml)
        #expect(!actual.hasPrefix("read: ") && actual.contains(expected), "\(actual)")
    }

    private static let article2 = "<article><body><p>x</p></body></article>"
}
