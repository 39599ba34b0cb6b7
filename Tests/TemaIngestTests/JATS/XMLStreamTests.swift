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
        ("<!DOCTYPE article [<!ENTITY a 'mine'>]>", "&a; &amp; — &lt;b&gt; é"),
        ("<!DOCTYPE article [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p; %q;]>", "&a; &amp; — &lt;b&gt; é"),
        ("<!DOCTYPE article SYSTEM 'file:///etc/passwd'>", "&a; &amp; — &lt;b&gt; é"),
        ("<!DOCTYPE article [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", "&a; &amp; — &lt;b&gt; é"),
        ("<!DOCTYPE article PUBLIC '-//X' 'http://localhost/x.dtd' [<!ENTITY amp 'no'>]>", "&a; &amp; — &lt;b&gt; é"),
    ]

    @Test("Declarations in a DTD are ignored, and nothing is loaded", arguments: entityCases)
    func entities(head: String, expected: String) throws {
        let plain = expected.replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        let reading = try Reading(article("&a; &amp; &mdash; &lt;b&gt; &#233;", head), JATSReader.self)
        #expect(reading.documents.map(\.text.string) == [plain])
        #expect(reading.documents[0].ledger.entries.map(\.element) == ["&a;"])
    }

    @Test("Unknown entities are in the ledger if they are in text, not in attributes or declarations")
    func attributes() throws {
        let head = "<!DOCTYPE article [<!ENTITY a 'mine'><!ATTLIST p title CDATA '&c;'>]>"
        let reading = try Reading(article("&a;<i class='&b;'>&b;</i>&b;", head), JATSReader.self)
        #expect(reading.documents[0].ledger.entries.map { "\($0.element) \($0.count)" } == ["&a; 1", "&b; 2"])
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
