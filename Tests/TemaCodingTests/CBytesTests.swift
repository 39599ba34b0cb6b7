import CPosix
import Testing

@Suite("Operations on 16 bytes") struct CBytesTests {
    @Test("Comparisons of 16 bytes agree with comparisons of single bytes on any processor", arguments: 0..<16)
    func compared(start: Int) {
        for step in [1, 7, 16, 31] {
            let bytes = (0..<16).map { UInt8(truncatingIfNeeded: 17 * start + step * $0) }
            let vector = SIMD16<UInt8>(bytes)
            for limit in [UInt8(0), 1, 0x20, 0x7F, 0x80, 0xFF] {
                let (below, equal) = (bytes_below(vector, limit), bytes_equal(vector, limit))
                #expect(bytes.indices.allSatisfy { below[$0] == (bytes[$0] < limit ? 0xFF : 0) })
                #expect(bytes.indices.allSatisfy { equal[$0] == (bytes[$0] == limit ? 0xFF : 0) })
            }
            let highest = bytes.indices.reduce(UInt64(0)) { $0 | UInt64(bytes[$1] >> 7) << UInt64($1) }
            #expect(bytes_highest_bits(vector) == highest && bytes_highest_bits_anywhere(vector) == highest)
        }
    }
}
