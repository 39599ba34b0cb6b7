import TemaModel
import Testing

@testable import TemaFormats

@Suite("Decoding") struct TranscoderTests {
    private func decode(_ bytes: [UInt8], _ name: String) throws -> (text: String, warnings: [Problem]) {
        let input = try UTF8Input(ByteSource.bytes(bytes, name: "f"), encoding: TextEncoding.named(name), isXML: false)
        return (try input.readAll(atMost: 1 << 24), input.warnings)
    }

    @Test("does not depend on where its chunks end")
    func pieces() throws {
        let text = String(repeating: "aあé三👍", count: 30_000)
        var bytes: [UInt8] = [0xFF, 0xFE, 0x78, 0x00]
        for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let decoded = try decode(bytes, "UTF-16").text
        #expect(decoded == "x" + text)
    }

    @Test("reports the offset of an invalid byte after many chunks")
    func fault() {
        let bytes = [UInt8](repeating: 0x61, count: 200_001) + [0x81, 0x20]
        let problem = #expect(throws: Problem.self) { try decode(bytes, "windows-1252") }
        #expect(problem?.byte == 200_001 && problem?.message.contains("0x81") == true)
    }

    @Test("warns if the bytes look like UTF-8")
    func mistaken() throws {
        #expect(
            try decode(Array("naïve café".utf8), "latin1").warnings.first?.message.contains("looks like UTF-8") == true)
        #expect(try decode([0x6E, 0xEF, 0x76, 0x65], "latin1").warnings == [])
    }
}
