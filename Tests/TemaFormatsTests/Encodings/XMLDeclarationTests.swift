import TemaModel
import Testing

@testable import TemaFormats

@Suite("XML declarations") struct XMLDeclarationTests {
    @Test(
        "contain the encoding",
        arguments: [
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>", "UTF-8"),
            ("<?xml version='1.0' encoding = 'latin1' standalone='no' ?>", "latin1"),
            ("<?xml version=\"1.0\"?><a encoding=\"x\"/>", nil), ("<a/>", nil),
            ("<?xml-stylesheet encoding=\"x\"?>", nil), ("<?xml version=\" encoding='x' \"?>", nil), ("", nil),
        ] as [(String, String?)])
    func encoding(text: String, expected: String?) throws {
        #expect(try XMLDeclaration(Array(text.utf8)[...])?.encoding == expected)
    }

    @Test("must be closed")
    func endless() {
        #expect(throws: Problem.self) { try XMLDeclaration(Array("<?xml version=\"1.0\" ".utf8)[...]) }
    }
}
