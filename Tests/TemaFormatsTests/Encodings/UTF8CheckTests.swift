import Testing

@testable import TemaFormats

@Suite("The UTF-8 check") struct UTF8CheckTests {
    /// Returns the offset of the first ill-formed sequence when the bytes are checked in chunks of `pieces` bytes.
    private func fault(_ bytes: [UInt8], pieces: Int) -> Int? {
        var check = UTF8Check()
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            let piece = bytes[start..<min(start + pieces, bytes.count)]
            if let bad = piece.withUnsafeBytes({ check.feed($0) }) { return bad }
        }
        return check.finish()
    }

    @Test(
        "finds the first ill-formed sequence with any size of chunks",
        arguments: [
            (Array("plain é 三 👍 plain again".utf8), nil), ([0x61, 0x80], 1), ([0xC1, 0x81], 0),
            ([0x61, 0xE0, 0x80, 0x80], 1),
            ([0xED, 0xA0, 0x80], 0), ([0xF0, 0x80, 0x80, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5], 0),
            (Array("12345678é".utf8).dropLast() + [], 8), ([0xE2, 0x82], 0), ([0xE2, 0x82, 0x61], 0), ([], nil),
        ] as [([UInt8], Int?)])
    func fault(bytes: [UInt8], expected: Int?) {
        for pieces in 1...5 { #expect(fault(bytes, pieces: pieces) == expected) }
    }

    @Test("agrees with the standard library on every pair of bytes")
    func pairs() {
        for first: UInt8 in 0x7F...0xFF {
            for second: UInt8 in [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF] {
                let bytes = [first, second, 0x80, 0x80]
                let isValid = String(validating: bytes, as: UTF8.self) != nil
                #expect((fault(bytes, pieces: 4) == nil) == isValid, "\(bytes)")
            }
        }
    }

    @Test(
        "refuses noncharacters only if requested",
        arguments: [
            ([0xEF, 0xBF, 0xBE], 0), ([0xEF, 0xBF, 0xBF], 0), ([0xEF, 0xBF, 0xBD], nil), ([0xEF, 0xBE, 0xBF], nil),
            ([0xEF, 0xBF, 0xBD, 0xE3, 0xBF, 0xBF], nil), ([0x61, 0xF0, 0x9F, 0xBF, 0xBE], nil),
        ] as [([UInt8], Int?)])
    func noncharacters(bytes: [UInt8], expected: Int?) {
        var check = UTF8Check(refusesNoncharacters: true)
        #expect(bytes.withUnsafeBytes { check.feed($0) } == expected)
        #expect(fault(bytes, pieces: 1) == nil)
    }
}
