/// The Unicode scalars of UTF-8, with byte offsets as indices.
///
/// Reads a text in place. A `String` would copy it, and check each index.
struct UTF8Scalars: BidirectionalCollection {
    private let utf8: ArraySlice<UInt8>

    /// - Parameter utf8: Valid UTF-8. Its indices are those of the collection.
    init(_ utf8: ArraySlice<UInt8>) { self.utf8 = utf8 }

    var startIndex: Int { utf8.startIndex }
    var endIndex: Int { utf8.endIndex }

    subscript(index: Int) -> Unicode.Scalar {
        let first = utf8[index]
        guard first >= 0x80 else { return Unicode.Scalar(first) }
        let length = Self.length(first)
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for byte in utf8[index...].dropFirst().prefix(length - 1) { value = value << 6 | UInt32(byte & 0x3F) }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    subscript(bounds: Range<Int>) -> UTF8Scalars { UTF8Scalars(utf8[bounds]) }

    func index(after index: Int) -> Int {
        let first = utf8[index]
        return first < 0x80 ? index + 1 : Swift.min(index + Self.length(first), endIndex)
    }

    func index(before index: Int) -> Int {
        var index = index - 1
        while index > startIndex, utf8[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }

    /// Returns the length of a character in bytes by its first byte.
    private static func length(_ first: UInt8) -> Int { first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }
}

extension UTF8Scalars {
    func isSpaceOrEnd(_ index: Int) -> Bool { index == endIndex || self[index].isSpace }

    func skippingSpace(from index: Int) -> Int { self[index...].firstIndex { !$0.isSpace } ?? endIndex }

    var string: String { String(decoding: utf8, as: UTF8.self) }
}

// Looking up a scalar's properties takes far longer than the rest of the work on it. Most scalars are ASCII.
extension Unicode.Scalar {
    private static let categoriesOfASCII = (UInt8(0)..<128).map { Unicode.Scalar($0).properties.generalCategory }

    /// The same as `properties.generalCategory`.
    var category: Unicode.GeneralCategory {
        isASCII ? Self.categoriesOfASCII[Int(value)] : properties.generalCategory
    }

    /// The same as `properties.isWhitespace`.
    var isSpace: Bool { isASCII ? self == " " || (0x09...0x0D).contains(value) : properties.isWhitespace }

    /// The same as `properties.isLowercase`.
    var isLowercase: Bool { isASCII ? ("a"..."z").contains(self) : properties.isLowercase }

    /// The same as `properties.isUppercase`.
    var isUppercase: Bool { isASCII ? ("A"..."Z").contains(self) : properties.isUppercase }

    /// Whether it is a decimal digit of any script.
    var isDigit: Bool { isASCII ? ("0"..."9").contains(self) : properties.generalCategory == .decimalNumber }

    /// Whether it is a closing quote or bracket.
    var isClosing: Bool { category == .closePunctuation || category == .finalPunctuation }
}
