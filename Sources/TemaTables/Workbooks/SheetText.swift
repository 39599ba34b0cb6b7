/// A text escaped for a spreadsheet cell.
///
/// Characters that XML does not allow are written as `_xHHHH_`, which spreadsheets decode. An underscore that would
/// begin such an escape is itself escaped.
struct SheetText {
    /// The maximum length of a cell in UTF-16 code units.
    static let most = 32_767

    let escaped: String
    /// Whether the text was too long and was cut. It then ends in `…`.
    let isCut: Bool

    init(_ text: String) {
        guard text.utf8.count > Self.most || text.unicodeScalars.contains(where: Self.isSpecial) else {
            (escaped, isCut) = (text, false)
            return
        }
        var (escaped, used) = ("", 0)
        // The length that leaves space for the `…` of a cut text.
        var kept = 0
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            let piece = Self.isSpecial(scalar) && Self.needsEscape(rest) ? Self.escape(scalar) : String(scalar)
            used += piece.utf16.count
            guard used <= Self.most else { break }
            escaped.unicodeScalars.append(contentsOf: piece.unicodeScalars)
            if used < Self.most { kept = escaped.utf8.count }
            rest.removeFirst()
        }
        isCut = !rest.isEmpty
        self.escaped = isCut ? String(decoding: escaped.utf8.prefix(kept), as: UTF8.self) + "…" : escaped
    }

    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x5F, 0xFFFE, 0xFFFF: true
        case 0x09, 0x0A: false
        case 0..<0x20: true
        default: false
        }
    }

    /// Whether the first scalar must be escaped.
    private static func needsEscape(_ rest: Substring.UnicodeScalarView) -> Bool {
        guard rest.first == "_" else { return true }
        let sign = rest.dropFirst().prefix(6)
        return sign.count == 6 && sign.first == "x" && sign.last == "_"
            && sign.dropFirst().dropLast().allSatisfy { $0.properties.isASCIIHexDigit }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
    }
}
