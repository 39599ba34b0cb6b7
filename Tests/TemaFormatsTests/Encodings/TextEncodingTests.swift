import Testing

@testable import TemaFormats

@Suite("Encoding names") struct TextEncodingTests {
    @Test(
        "are recognized in different spellings",
        arguments: [
            ("utf8", "UTF-8"), ("UTF-8", "UTF-8"), ("Latin-1", "ISO-8859-1"), ("iso_8859_1", "ISO-8859-1"),
            ("cp1252", "windows-1252"), ("Windows 1252", "windows-1252"), ("SJIS", "Shift_JIS"), ("gbk", "GB18030"),
            ("ISO-8859-15", "ISO-8859-15"), ("tis-620", "ISO-8859-11"), ("UTF-7", nil), ("", nil), ("ISO-8859-12", nil),
        ] as [(String, String?)])
    func named(name: String, expected: String?) {
        #expect(TextEncoding.named(name)?.name == expected)
    }

    @Test("are those of encodings that the system can decode", arguments: TextEncoding.known.filter { $0 != "UTF-16" })
    func decodable(name: String) throws {
        let isWide = name.hasPrefix("UTF-16")
        let bytes: [UInt8] = !isWide ? [0x61, 0x0A] : name.hasSuffix("LE") ? [0x61, 0, 0x0A, 0] : [0, 0x61, 0, 0x0A]
        let input = try UTF8Input(
            ByteSource.bytes(bytes, name: "f"), encoding: TextEncoding.named(name), isXML: false)
        #expect(try input.readAll(atMost: 10) == "a\n")
    }
}
