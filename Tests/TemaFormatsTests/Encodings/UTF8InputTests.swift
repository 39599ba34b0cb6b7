import TemaModel
import Testing

@testable import TemaFormats

@Suite("Decoding to UTF-8") struct UTF8InputTests {
    private func text(_ bytes: [UInt8], _ encoding: String? = nil, isXML: Bool = false) throws -> String {
        let input = try UTF8Input(
            ByteSource.bytes(bytes, name: "f"), encoding: encoding.flatMap(TextEncoding.named), isXML: isXML)
        return try input.readAll(atMost: 1 << 20)
    }

    private static let readable: [([UInt8], String?, String)] = [
        (Array("é".utf8), nil, "é"),
        ([0xEF, 0xBB, 0xBF, 0x61], nil, "a"),
        ([0xFF, 0xFE, 0xE9, 0x00], nil, "é"),
        ([0xFE, 0xFF, 0x00, 0xE9], nil, "é"),
        ([0xE9], "latin1", "é"),
        ([0x93, 0x61, 0x94], "windows-1252", "“a”"),
        ([0x82, 0xA0], "Shift_JIS", "あ"),
        ([0xC4, 0xE3], "gb18030", "你"),
        ([0xD0, 0xCF], "iso-8859-5", "аЯ"),
    ]

    @Test("reads texts in all encodings", arguments: readable.indices)
    func read(at index: Int) throws {
        let (bytes, encoding, expected) = Self.readable[index]
        #expect(try text(bytes, encoding) == expected)
    }

    private static let refused: [([UInt8], String?, String)] = [
        ([0x61, 0xE9, 0x62], nil, "byte 1"),
        ([0x61, 0xC3], nil, "byte 1"),
        ([0xC0, 0x80], nil, "byte 0"),
        ([0xED, 0xA0, 0x80], nil, "byte 0"),
        ([0x61, 0x00, 0x62], nil, "byte 1"),
        ([0x61, 0x81], "windows-1252", "byte 1"),
        ([0xFF, 0xFE, 0x61], nil, "byte 2"),
        (Array("%PDF-1.7 x".utf8), nil, "PDF"),
        ([0x1F, 0x8B, 0x08, 0x00], nil, "gzip"),
        (Array("PK\u{3}\u{4}".utf8), nil, "ZIP"),
    ]

    @Test("refuses invalid bytes with their offset, and other formats by name", arguments: refused.indices)
    func refuse(at index: Int) {
        let (bytes, encoding, expected) = Self.refused[index]
        do {
            let read = try text(bytes, encoding)
            Issue.record("read as \(read)")
        } catch {
            #expect("\(error)".lowercased().contains(expected.lowercased()), "\(error)")
        }
    }

    @Test("uses the encoding in an XML declaration, and hides it from libxml2")
    func declared() throws {
        let xml = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>".utf8) + [0xE9] + Array("</a>".utf8)
        let text = try text(xml, isXML: true)
        #expect(text.hasSuffix("?><a>é</a>") && !text.contains("8859"))
        #expect(throws: Problem.self) {
            try self.text(Array("<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>".utf8), isXML: true)
        }
    }
}
