/// Which of up to 64 bytes of a text may belong to words: a bit each, the first byte's lowest.
///
/// Runs of such bytes are parted by bytes that no word has and that join none, so each run can be judged by itself.
struct WordBlock {
    /// Letters and digits of ASCII, apostrophes, and all bytes beyond ASCII.
    var runs: UInt64 = 0
    /// Those of them that only the full rules can judge: apostrophes, and bytes beyond ASCII.
    var hard: UInt64 = 0

    static let length = 64

    /// Takes the bytes from an offset on, up to the end of a passage.
    @inline(__always)
    init(_ text: RawSpan, _ at: Int, _ limit: Int) {
        let length = min(limit &- at, Self.length)
        var offset = 0
        if at &+ Self.length <= text.byteCount {
            while offset < length {
                add(text.wholeEight(at &+ offset), UInt64(truncatingIfNeeded: offset))
                offset &+= 8
            }
        } else {
            while offset < length {
                add(text.eight(at &+ offset), UInt64(truncatingIfNeeded: offset))
                offset &+= 8
            }
        }
        let here = UInt64.max &>> UInt64(truncatingIfNeeded: Self.length &- length)
        (runs, hard) = (runs & here, hard & here)
    }

    @inline(__always)
    private mutating func add(_ eight: UInt64, _ offset: UInt64) {
        let bytes = Self.sort(eight)
        runs |= Self.gathered(bytes.runs) &<< offset
        hard |= Self.gathered(bytes.hard) &<< offset
    }

    /// The same of eight bytes, each told by its highest bit.
    @inline(__always)
    private static func sort(_ eight: UInt64) -> (runs: UInt64, hard: UInt64) {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = eight & (0x7F * ones)
        let small = low | lowerCase
        // Sums reach a byte's highest bit, and no further, where the byte is at least a number.
        let letter = (small &+ 0x1F * ones) & ~(small &+ 0x05 * ones)
        let digit = (low &+ 0x50 * ones) & ~(low &+ 0x46 * ones)
        let isNoApostrophe = (low ^ UInt64(apostrophe) * ones) &+ 0x7F * ones
        let hard = (eight | ~isNoApostrophe) & (0x80 * ones)
        return ((letter | digit) & (0x80 * ones) | hard, hard)
    }

    /// The highest bits of eight bytes, side by side.
    @inline(__always)
    private static func gathered(_ bits: UInt64) -> UInt64 { ((bits >> 7) &* 0x0102_0408_1020_4080) >> 56 }
}
