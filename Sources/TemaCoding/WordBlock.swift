internal import CSystem

/// Bit masks of which bytes of a block of up to 64 may belong to words; the first byte is the lowest bit.
///
/// Runs of such bytes are separated by bytes that belong to no word and join no words, so each run can be scanned
/// separately.
struct WordBlock {
    /// ASCII letters and digits, apostrophes, and all bytes beyond ASCII.
    var runs: UInt64 = 0
    /// The bytes of ``runs`` that need the full rules: apostrophes and bytes beyond ASCII.
    var hard: UInt64 = 0

    static let length = 64

    /// Classifies the bytes from an offset on, up to the end of a passage.
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
        // Only the highest bit of each byte is used; bytes beyond ASCII have it set.
        let hard = bytes | bytes_equal(bytes, apostrophe)
        runs |= bytes_highest_bits(letters | digits | hard) &<< offset
        self.hard |= bytes_highest_bits(hard) &<< offset
    }
}
