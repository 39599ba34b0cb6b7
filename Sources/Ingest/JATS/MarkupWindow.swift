import Model

/// The bytes of an XML file from some place on, for ``QuickPass`` to look at: it owns the room they stand in.
///
/// Zeros follow the last byte. Every search ends at a control character, so it needs not ask for each byte where it is.
struct MarkupWindow: ~Copyable {
    /// As much as is read at once, and as much again for what has to be kept.
    private static let chunk = 32 << 10
    /// Room for zeros: bytes are looked at sixteen at a time.
    private static let slack = 32

    private let input: UTF8Input
    let bytes: UnsafeMutablePointer<UInt8>
    private(set) var end = 0
    private var check = UTF8Check(refusesNoncharacters: true)

    init(_ input: UTF8Input) {
        self.input = input
        bytes = .allocate(capacity: 2 * Self.chunk + Self.slack)
        bytes.update(repeating: 0, count: Self.slack)
    }

    deinit { bytes.deallocate() }

    enum Advance { case more, atEnd, doubtful }

    /// Lets go of what stands before an offset, which becomes the first, and reads on.
    ///
    /// - Returns: `doubtful` where what has to be kept is too long, or what was read is no XML character.
    mutating func advance(to start: Int) throws(Problem) -> Advance {
        let kept = end - start
        guard kept <= Self.chunk else { return .doubtful }
        bytes.update(from: bytes + start, count: kept)
        let room = UnsafeMutableRawBufferPointer(start: bytes + kept, count: Self.chunk)
        let count = try input.read(into: room)
        end = kept + count
        (bytes + end).update(repeating: 0, count: Self.slack)
        guard count > 0 else { return check.finish() == nil ? .atEnd : .doubtful }
        return check.feed(UnsafeRawBufferPointer(rebasing: room[..<count])) == nil ? .more : .doubtful
    }

    /// The first byte from an offset on that text may have to be looked at for: `<`, `>`, `&`, or a control character.
    @inline(__always)
    func endOfPlainText(_ start: Int) -> Int {
        first(start) { $0.controls | $0.either(UInt8(ascii: ">"), bit: 2) | $0.equal(UInt8(ascii: "&")) }
    }

    /// The first byte that is white space or `/`, `<`, `=`, `>`, `?`, or a control character.
    @inline(__always)
    func endOfName(_ start: Int) -> Int {
        first(start) { $0.below(0x21) | $0.equal(UInt8(ascii: "/")) | $0.either(UInt8(ascii: "?"), bit: 3) }
    }

    /// The first byte that is the quote, `&`, `<`, or a control character.
    @inline(__always)
    func endOfPlainValue(_ start: Int, quote: UInt8) -> Int {
        // One comparison finds the quote (22 or 27) and `&` (26).
        let (byte, bit): (UInt8, UInt8) = quote == UInt8(ascii: "'") ? (0x27, 1) : (0x26, 4)
        return first(start) { $0.controls | $0.either(byte, bit: bit) | $0.equal(UInt8(ascii: "<")) }
    }

    @inline(__always)
    func skipSpace(_ start: Int) -> Int {
        var at = start
        while isXMLSpace(bytes[at]) { at &+= 1 }
        return at
    }

    /// The first byte that is no letter, digit or `#`, from behind an `&` on.
    func endOfReference(_ ampersand: Int) -> Int {
        var at = ampersand &+ 1
        while true {
            switch bytes[at] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"):
                at &+= 1
            default: return at
            }
        }
    }

    /// Where some ASCII stands, which may be behind any characters.
    func find(_ text: StaticString, _ start: Int) throws(QuickPass.Stop) -> Int {
        var at = start
        while !has(text, at: at) {
            guard bytes[at] >= 0x20 || isXMLSpace(bytes[at]) else { throw stop(at) }
            at &+= 1
        }
        return at
    }

    /// Whether some ASCII stands at an offset.
    func has(_ text: StaticString, at: Int) -> Bool {
        for offset in 0..<text.utf8CodeUnitCount where bytes[at + offset] != text.utf8Start[offset] { return false }
        return true
    }

    /// Why nothing that was looked for is at an offset: because the window ends there, or because something else is.
    func stop(_ at: Int) -> QuickPass.Stop { at >= end ? .cut : .doubtful }

    @inline(__always)
    private func first(_ start: Int, _ found: (SixteenBytes) -> SIMD2<UInt64>) -> Int {
        var at = start
        while true {
            let bits = found(SixteenBytes(bytes + at))
            if bits[0] | bits[1] != 0 {
                let place = bits[0] != 0 ? bits[0].trailingZeroBitCount : 64 &+ bits[1].trailingZeroBitCount
                return at &+ place / 8
            }
            at &+= 16
        }
    }
}

/// Sixteen bytes compared at once. Each comparison sets the highest bit of the bytes that it is true of; bytes behind one of
/// them may get theirs in error, so only the first counts.
struct SixteenBytes {
    private let words: SIMD2<UInt64>

    @inline(__always)
    init(_ bytes: UnsafePointer<UInt8>) {
        let words = UnsafeRawPointer(bytes).loadUnaligned(as: SIMD2<UInt64>.self)
        self.words = SIMD2(words[0].littleEndian, words[1].littleEndian)
    }

    @inline(__always)
    private static func each(_ byte: UInt8) -> SIMD2<UInt64> {
        SIMD2(repeating: 0x0101_0101_0101_0101 &* UInt64(byte))
    }

    @inline(__always)
    func below(_ limit: UInt8) -> SIMD2<UInt64> { (words &- Self.each(limit)) & ~words & Self.each(0x80) }

    @inline(__always)
    var controls: SIMD2<UInt64> { below(0x20) }

    @inline(__always)
    func equal(_ byte: UInt8) -> SIMD2<UInt64> { either(byte, bit: 0) }

    /// Finds a byte that has some bits, and those that are the same but for these bits.
    @inline(__always)
    func either(_ byte: UInt8, bit: UInt8) -> SIMD2<UInt64> {
        let difference = (words | Self.each(bit)) ^ Self.each(byte)
        return (difference &- Self.each(1)) & ~difference & Self.each(0x80)
    }
}
