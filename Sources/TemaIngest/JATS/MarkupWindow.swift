internal import CPosix
import TemaFormats
import TemaModel

/// A sliding window over the bytes of an XML file, for ``QuickPass``. It owns its memory.
///
/// Zeros follow the last byte. Every search stops at a control character, so it needs no bounds check for each byte.
struct MarkupWindow: ~Copyable {
    /// The number of bytes to read at once, and the maximum number of bytes to keep.
    private static let chunk = 32 << 10
    /// The number of zeros after the last byte: searches load 16 bytes at a time.
    private static let slack = 32

    let bytes: UnsafeMutablePointer<UInt8>
    private(set) var end = 0
    private var check = UTF8Check(refusesNoncharacters: true)

    init() {
        bytes = .allocate(capacity: 2 * Self.chunk + Self.slack)
        begin()
    }

    /// Empties the window for the next input.
    mutating func begin() {
        end = 0
        check = UTF8Check(refusesNoncharacters: true)
        bytes.update(repeating: 0, count: Self.slack)
    }

    deinit { bytes.deallocate() }

    enum Advance { case more, atEnd, doubtful }

    /// Discards the bytes before an offset, moves the rest to the start, and reads more.
    ///
    /// - Returns: `doubtful` if there are too many bytes to keep, or if the new bytes are not valid UTF-8 or not XML
    ///   characters.
    /// - Throws: A ``Problem`` if the input cannot be read.
    mutating func advance(to start: Int, reading input: UTF8Input) throws(Problem) -> Advance {
        let kept = end - start
        guard kept <= Self.chunk else { return .doubtful }
        bytes.update(from: bytes + start, count: kept)
        let buffer = UnsafeMutableRawBufferPointer(start: bytes + kept, count: Self.chunk)
        let count = try input.read(into: buffer)
        end = kept + count
        (bytes + end).update(repeating: 0, count: Self.slack)
        guard count > 0 else { return check.finish() == nil ? .atEnd : .doubtful }
        return check.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count])) == nil ? .more : .doubtful
    }

    /// Returns the offset of the next `<`, `>`, `&`, or control character.
    @inline(__always)
    func endOfPlainText(_ start: Int) -> Int {
        // `<` and `>` differ in one bit.
        first(start) {
            bytes_below($0, 0x20) | bytes_equal($0 | 2, UInt8(ascii: ">")) | bytes_equal($0, UInt8(ascii: "&"))
        }
    }

    /// Returns the offset of the next white space, `/`, `<`, `=`, `>`, `?`, or control character.
    @inline(__always)
    func endOfName(_ start: Int) -> Int {
        first(start) { bytes_below($0, 0x21) | bytes_equal($0, UInt8(ascii: "/")) | bytes_below($0 &- 0x3C, 4) }
    }

    /// Returns the offset of the next quote, `&`, `<`, or control character.
    @inline(__always)
    func endOfPlainValue(_ start: Int, quote: UInt8) -> Int {
        first(start) {
            bytes_below($0, 0x20) | bytes_equal($0, quote) | bytes_equal($0, UInt8(ascii: "&"))
                | bytes_equal($0, UInt8(ascii: "<"))
        }
    }

    @inline(__always)
    func skipSpace(_ start: Int) -> Int {
        var index = start
        while isXMLSpace(bytes[index]) { index &+= 1 }
        return index
    }

    /// Returns the offset of the first byte after an `&` that is not an ASCII letter, a digit or `#`.
    func endOfReference(_ ampersand: Int) -> Int {
        var index = ampersand &+ 1
        while true {
            switch bytes[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"):
                index &+= 1
            default: return index
            }
        }
    }

    /// Returns the offset of the next occurrence of an ASCII text.
    ///
    /// - Throws: A ``QuickPass/Stop`` if the window ends, or a control character occurs, before the text.
    func find(_ text: StaticString, _ start: Int) throws(QuickPass.Stop) -> Int {
        var index = start
        while !has(text, at: index) {
            guard bytes[index] >= 0x20 || isXMLSpace(bytes[index]) else { throw stop(index) }
            index &+= 1
        }
        return index
    }

    /// Whether an ASCII text occurs at an offset.
    func has(_ text: StaticString, at index: Int) -> Bool {
        for offset in 0..<text.utf8CodeUnitCount where bytes[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    /// The reason to stop at an unexpected byte: `cut` if the window ends at the offset, else `doubtful`.
    func stop(_ index: Int) -> QuickPass.Stop { index >= end ? .cut : .doubtful }

    @inline(__always)
    private func first(_ start: Int, _ found: (SIMD16<UInt8>) -> SIMD16<UInt8>) -> Int {
        var index = start
        while true {
            let bits = bytes_highest_bits(found(UnsafeRawPointer(bytes + index).loadUnaligned(as: SIMD16<UInt8>.self)))
            if bits != 0 { return index &+ bits.trailingZeroBitCount }
            index &+= 16
        }
    }
}

/// Resolves numeric character references and the five predefined entities of XML.
struct CharacterReference: ~Copyable {
    /// The UTF-8 bytes of the last result.
    private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 4)

    deinit { bytes.deallocate() }

    /// Returns the UTF-8 bytes of a reference. They are valid until the next call.
    ///
    /// - Parameter inside: The bytes between `&` and `;`.
    /// - Returns: Nil for any other entity, and for a number that is not a character allowed in XML.
    func resolve(_ inside: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        guard let scalar = Self.scalar(inside) else { return nil }
        var count = 0
        for byte in UTF8.encode(scalar) ?? .init() {
            bytes[count] = byte
            count += 1
        }
        return UnsafeBufferPointer(start: bytes, count: count)
    }

    /// Returns the Unicode scalar of a reference, or nil; see ``resolve(_:)``.
    static func scalar(_ inside: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        guard inside.first == UInt8(ascii: "#") else { return predefined(inside) }
        let isHexadecimal = inside.count > 1 && inside[1] == UInt8(ascii: "x")
        let digits = inside.dropFirst(isHexadecimal ? 2 : 1)
        guard (1...8).contains(digits.count) else { return nil }
        var number: UInt32 = 0
        for byte in digits {
            guard let digit = digit(byte), digit < (isHexadecimal ? 16 : 10) else { return nil }
            number = number &* (isHexadecimal ? 16 : 10) &+ digit
        }
        let isAllowed = number >= 0x20 ? number != 0xFFFE && number != 0xFFFF : [0x09, 0x0A, 0x0D].contains(number)
        return isAllowed ? Unicode.Scalar(number) : nil
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    private static func predefined(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        if name.elementsEqual("amp".utf8) { return "&" }
        if name.elementsEqual("lt".utf8) { return "<" }
        if name.elementsEqual("gt".utf8) { return ">" }
        if name.elementsEqual("quot".utf8) { return "\"" }
        return name.elementsEqual("apos".utf8) ? "'" : nil
    }
}
