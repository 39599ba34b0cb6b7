internal import CSystem

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
    init(_ text: RawSpan, at: Int, limit: Int) {
        add(text.sixteen(at), 0)
        add(text.sixteen(at &+ 16), 16)
        add(text.sixteen(at &+ 32), 32)
        add(text.sixteen(at &+ 48), 48)
        let here = UInt64.max &>> UInt64(truncatingIfNeeded: Self.length &- min(limit &- at, Self.length))
        (runs, hard) = (runs & here, hard & here)
    }

    @inline(__always)
    private mutating func add(_ bytes: SIMD16<UInt8>, _ offset: UInt64) {
        let letters = bytes_below((bytes | 0x20) &- UInt8(ascii: "a"), 26)
        let digits = bytes_below(bytes &- UInt8(ascii: "0"), 10)
        // The highest bit alone counts: bytes beyond ASCII have it.
        let hard = bytes | bytes_equal(bytes, apostrophe)
        runs |= bytes_highest_bits(letters | digits | hard) &<< offset
        self.hard |= bytes_highest_bits(hard) &<< offset
    }
}
