import Testing

@testable import TemaCoding

@Suite("A block of 64 bytes") struct WordBlockTests {
    @Test(
        "Each byte is classified by whether it may belong to a word and whether it needs the full rules",
        arguments: 0..<8)
    func bytes(shift: Int) {
        let bytes = (0..<512).map { UInt8(truncatingIfNeeded: $0 * 37 + shift) }
        for (start, limit) in [(0, 512), (5, 512), (400, 512), (450, 512), (500, 512), (511, 512), (3, 20), (70, 134)] {
            let block = WordBlock(bytes.span.bytes, at: start, limit: limit)
            for place in 0..<64 {
                let byte = start + place < limit ? bytes[start + place] : UInt8(ascii: " ")
                let isQuote = byte == UInt8(ascii: "\"") && place > 0 && bytes[start + place - 1] >= 0x80
                let isHard = byte >= 0x80 || byte == apostrophe || isQuote
                let actual = (block.runs >> UInt64(place) & 1, block.hard >> UInt64(place) & 1)
                if actual != (isHard || isASCIIWord(byte) ? 1 : 0, isHard ? 1 : 0) {
                    Issue.record("\(byte) at \(start) + \(place) of \(limit)")
                }
            }
        }
    }
}
