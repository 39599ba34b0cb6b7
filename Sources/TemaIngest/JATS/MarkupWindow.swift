internal import CSystem
import TemaFormats
import TemaModel

/// The bytes of an XML file from some place on, for ``QuickPass`` to look at: it owns the room they stand in.
///
/// Zeros follow the last byte. Every search ends at a control character, so it needs not ask for each byte where it is.
struct MarkupWindow: ~Copyable {
    /// As much as is read at once, and as much again for what has to be kept.
    private static let chunk = 32 << 10
    /// Room for zeros: bytes are looked at sixteen at a time.
    private static let slack = 32

    let bytes: UnsafeMutablePointer<UInt8>
    package private(set) var end = 0
    private var check = UTF8Check(refusesNoncharacters: true)

    init() {
        bytes = .allocate(capacity: 2 * Self.chunk + Self.slack)
        begin()
    }

    /// Forgets what it holds, for the next input.
    mutating func begin() {
        end = 0
        check = UTF8Check(refusesNoncharacters: true)
        bytes.update(repeating: 0, count: Self.slack)
    }

    deinit { bytes.deallocate() }

    enum Advance { case more, atEnd, doubtful }

    /// Lets go of what stands before an offset, which becomes the first, and reads on.
    ///
    /// - Returns: `doubtful` where what has to be kept is too long, or what was read is no XML character.
    mutating func advance(to start: Int, reading input: UTF8Input) throws(Problem) -> Advance {
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
        // `<` and `>` are one byte but for one bit.
        first(start) {
            bytes_below($0, 0x20) | bytes_equal($0 | 2, UInt8(ascii: ">")) | bytes_equal($0, UInt8(ascii: "&"))
        }
    }

    /// The first byte that is white space or `/`, `<`, `=`, `>`, `?`, or a control character.
    @inline(__always)
    func endOfName(_ start: Int) -> Int {
        first(start) { bytes_below($0, 0x21) | bytes_equal($0, UInt8(ascii: "/")) | bytes_below($0 &- 0x3C, 4) }
    }

    /// The first byte that is the quote, `&`, `<`, or a control character.
    @inline(__always)
    func endOfPlainValue(_ start: Int, quote: UInt8) -> Int {
        first(start) {
            bytes_below($0, 0x20) | bytes_equal($0, quote) | bytes_equal($0, UInt8(ascii: "&"))
                | bytes_equal($0, UInt8(ascii: "<"))
        }
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
    private func first(_ start: Int, _ found: (SIMD16<UInt8>) -> SIMD16<UInt8>) -> Int {
        var at = start
        while true {
            let bits = bytes_highest_bits(found(UnsafeRawPointer(bytes + at).loadUnaligned(as: SIMD16<UInt8>.self)))
            if bits != 0 { return at &+ bits.trailingZeroBitCount }
            at &+= 16
        }
    }
}
