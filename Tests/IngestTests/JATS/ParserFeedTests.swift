import Model
import Testing

@testable import Ingest

@Suite("Masked bytes") struct ParserFeedTests {
    /// What a pass over bytes gives, and whether the mask leaves it in doubt.
    private func pass(_ bytes: [UInt8], isMasked: Bool) throws -> (documents: [Document], isInDoubt: Bool) {
        let input = try UTF8Input(ByteSource.bytes(bytes, name: "file"), encoding: nil, isXML: true)
        var documents: [Document] = []
        let handler = ArticleHandler { family in
            documents += family.map { $0.document(id: "id", parent: nil, source: "file") }
        }
        let done = try XMLPass.run(ParserFeed(input, isMasked: isMasked), input, handler)
        return (documents, done == nil)
    }

    private func article(_ body: String) -> String { "<article><body>\(body)</body></article>" }

    @Test(
        "change nothing of what is read, and need no second pass",
        arguments: [
            "<p>naïve — “text” 三 👍 e\u{301} ~</p>", "<p>a&#233;b&eacute;c<bold>d\u{A0}</bold></p>",
            "<sec><title>Método</title><p xlink:href='é' rid='~'>x</p></sec>",
            "<!-- é --><p>é<?x é?></p>", "<p>\u{FFFD}é</p>", "<p><![CDATA[plain]]>é</p>", "<p>é\r\né</p>",
        ])
    func same(body: String) throws {
        let masked = try pass(Array(article(body).utf8), isMasked: true)
        let plain = try pass(Array(article(body).utf8), isMasked: false)
        #expect(!masked.isInDoubt)
        #expect(masked.documents == plain.documents)
    }

    @Test(
        "leave what they could hide in doubt",
        arguments: [
            "<p><é/></p>", "<p>&#126;</p>", "<p><![CDATA[é]]></p>", "<p xml:lang='é'>x</p>", "<p é='1'>x</p>",
            "<p>\u{FFFE}</p>",
            "<p>é", "<p>&é;</p>", "<p>a\ré</p>",
        ])
    func doubt(body: String) throws {
        #expect(try pass(Array(article(body).utf8), isMasked: true).isInDoubt)
    }

    @Test(
        "leave bytes that are no UTF-8 in doubt", arguments: [[0xC3], [0xED, 0xA0, 0x80], [0xE9, 0x20]] as [[UInt8]])
    func illFormed(bytes: [UInt8]) throws {
        let whole = Array("<article><body><p>".utf8) + bytes + Array("</p></body></article>".utf8)
        #expect(try pass(whole, isMasked: true).isInDoubt)
    }

    @Test("are taken back at every place of a long text, whatever pieces it is read in")
    func longTexts() throws {
        for shift in 0..<9 {
            let text = String(repeating: "x", count: shift) + String(repeating: "ab é 三👍 ", count: 9_000)
            let body = "<p>\(text)</p><p>&eacute;\(text)<italic>é</italic></p>"
            let masked = try pass(Array(article(body).utf8), isMasked: true)
            #expect(!masked.isInDoubt)
            #expect(masked.documents[0].text.string == "\(text.dropLast())\n\né\(text)é", "shifted by \(shift)")
        }
    }
}
