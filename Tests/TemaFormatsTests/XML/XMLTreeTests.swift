import TemaModel
import Testing

@testable import TemaFormats

@Suite struct XMLTreeTests {
    private func input(_ xml: String) throws -> UTF8Input {
        try UTF8Input(.bytes(Array(xml.utf8), name: "a.xml"), encoding: nil, isXML: true)
    }

    @Test func anElementHasItsAttributesTextsAndElementsInOrder() throws {
        let root = try XMLTree.read(
            input("<a xmlns:q='urn:q' q:n='1 &lt; 2'>\none<b/>two<!-- no --><![CDATA[ & ]]>three<c>four</c></a>"))
        #expect(root.name == "a")
        #expect(root["n"] == "1 < 2")
        #expect(root.attributes.first?.namespace == "urn:q")
        #expect(root.content.count == 4)
        #expect(root.text == "\nonetwo & threefour")
        #expect(root.first("c")?.text == "four")
        #expect(root.first("b")?.line == 2)
    }

    /// A combining mark after a reference forms one character with its semicolon.
    @Test func referencesInAttributesAreReadWhateverFollowsThem() throws {
        #expect(try XMLTree.read(input("<a n='&lt;\u{301}&amp;\u{301}&amp;#60;'/>"))["n"] == "<\u{301}&\u{301}&#60;")
    }

    @Test func recordsComeOneAfterTheOtherWithTheOutermostOfAName() throws {
        var records: [String] = []
        try XMLTree.each(of: ["r"], input("<list><r>1<r>2</r></r><s><r>3</r></s></list>")) { records.append($0.text) }
        #expect(records == ["12", "3"])
    }

    @Test(arguments: [
        ("<a><b></a>", "not well-formed XML"),
        ("<a>\u{1}</a>", "not well-formed XML"),
        (String(repeating: "<a>", count: 300), "more than 200 levels deep"),
    ])
    func whatIsNoXMLIsRefusedWithItsLine(_ xml: String, _ message: String) throws {
        let problem = #expect(throws: Problem.self) { try XMLTree.read(input(xml)) }
        #expect(problem?.message.contains(message) == true)
        #expect(problem?.line == 1)
    }

    @Test func onlyPlainTextThatAFileDeclaresIsUsed() throws {
        let xml = """
            <!DOCTYPE a [<!ENTITY x "text"><!ENTITY y SYSTEM "file:///etc/passwd"><!ENTITY z "&x;&x;"><!ATTLIST a c CDATA "d">]>
            <a b='&x;&y;&eacute;'>&x;&y;&z;&eacute;</a>
            """
        let root = try XMLTree.read(input(xml))
        #expect(root.text == "text&y;&z;é")
        #expect(root.attributes.map(\.value) == ["text&y;é"])
    }

    @Test func aLongTextInPiecesIsOneText() throws {
        let text = String(repeating: "é wörd &amp; ", count: 50_000)
        let root = try XMLTree.read(input("<a>\(text)</a>"))
        #expect(root.content.count == 1)
        #expect(root.text.utf8.count == text.utf8.count - 50_000 * 4)
    }

    @Test func aTagOrARecordThatIsTooLongIsRefused() throws {
        let attributes = (0..<60_000).map { "a\($0)=''" }.joined(separator: " ")
        let tag = #expect(throws: Problem.self) { try XMLTree.read(input("<a><b \(attributes)/></a>")) }
        #expect(tag?.message == "a tag or declaration is longer than 512 KB")
        let long =
            "<a>" + String(repeating: "<r>x</r>", count: 1_000) + "<r>" + String(repeating: "<b/>", count: 600_000)
            + "</r></a>"
        var count = 0
        let record = #expect(throws: Problem.self) { try XMLTree.each(of: ["r"], input(long)) { _ in count += 1 } }
        #expect(record?.message == "an element is larger than 32 MB")
        #expect(count == 1_000)
    }
}
