import Testing

@testable import TemaCoding

@Suite("Bytes of a text") struct TextBytesTests {
    @Test("The letters and digits at the start of eight bytes are counted")
    func letters() {
        for byte in UInt8.min...UInt8.max {
            let isWord = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            #expect(isASCIIWord(byte) == isWord)
            for place in 0..<8 {
                var bytes = Array("aZ09zA5b".utf8)
                bytes[place] = byte
                let eight = bytes.span.bytes.eight(0)
                if lettersAtStart(eight) != (isWord ? 8 : place) { Issue.record("\(byte) at \(place)") }
            }
        }
    }

    @Test("Bytes after the end are zeros")
    func end() {
        let bytes = Array("abc".utf8)
        let span = bytes.span.bytes
        let eights = [span.eight(0), span.eight(2), span.eight(3)]
        #expect(eights == [0x63_6261, 0x63, 0])
        #expect(lowest(3) == 0xFF_FFFF && lowest(0) == 0)
    }

    @Test("Scalars are decoded; a truncated or ill-formed one is one byte that is not a word character")
    func scalars() {
        for (text, value, size) in [("a", 0x61, 1), ("é", 0xE9, 2), ("三", 0x4E09, 3), ("👍", 0x1F44D, 4)] {
            let bytes = Array(text.utf8)
            let whole = decode(bytes.span.bytes, at: 0, limit: bytes.count)
            #expect(whole.value == UInt32(value) && whole.size == size)
            let cut = decode(bytes.span.bytes, at: 0, limit: max(1, bytes.count - 1))
            #expect(size == 1 || cut.value == 0xFFFD && cut.size == 1)
        }
    }
}
