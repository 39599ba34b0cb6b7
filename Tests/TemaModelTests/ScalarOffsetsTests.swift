import TemaModel
import Testing

@Suite("Offsets in Unicode scalars") struct ScalarOffsetsTests {
    @Test(
        "convert to UTF-8 offsets and back at every scalar",
        arguments: ["", "plain", "é", "e\u{301}👨‍👩‍👧 שלום", String(repeating: "ä👍x", count: 900)])
    func roundTrip(_ string: String) {
        let offsets = ScalarOffsets(Text(string))
        #expect(offsets.count == string.unicodeScalars.count)
        var utf8 = 0
        for (number, scalar) in string.unicodeScalars.enumerated() {
            #expect(offsets.scalars(at: utf8) == number)
            #expect(offsets.utf8(at: number) == utf8)
            utf8 += String(scalar).utf8.count
        }
        #expect(offsets.utf8(at: offsets.count) == utf8)
        #expect(offsets.utf8(at: offsets.count + 1) == nil && offsets.utf8(at: -1) == nil)
        #expect(offsets.scalars(at: utf8 + 5) == offsets.count)
    }
}
