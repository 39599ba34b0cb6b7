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
