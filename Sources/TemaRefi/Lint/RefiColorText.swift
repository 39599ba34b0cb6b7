/// Colors in forms that programs write but the schema does not allow.
enum RefiColorText {
    /// Returns a color as `#RRGGBB`, or nil if it is not recognized.
    ///
    /// Accepts three, six or eight hexadecimal digits with or without `#`, and `rgb(…)` and `rgba(…)` with numbers up
    /// to 255 or percentages. Eight digits end with the opacity, as in CSS, unless only the first two digits are `FF`,
    /// as on Windows. The opacity is dropped, because REFI-QDA has none.
    static func repaired(_ value: String) -> String? {
        let text = RefiValue.stripped(value).lowercased()
        if text.hasPrefix("rgb") { return function(text) }
        let digits = Array(text.utf8.drop { $0 == UInt8(ascii: "#") })
        guard text.utf8.count - digits.count <= 1,
            digits.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 })
        else { return nil }
        switch digits.count {
        case 3, 6: return "#" + String(decoding: digits, as: UTF8.self).uppercased()
        case 8:
            let opaque = Array("ff".utf8)
            let isFirst = digits.starts(with: opaque) && !digits.reversed().starts(with: opaque)
            return "#"
                + String(decoding: isFirst ? digits.dropFirst(2) : digits.dropLast(2), as: UTF8.self).uppercased()
        default: return nil
        }
    }

    private static func function(_ text: String) -> String? {
        let parts = text.split(separator: "(")
        guard parts.count == 2, ["rgb", "rgba"].contains(RefiValue.stripped(String(parts[0]))), parts[1].hasSuffix(")")
        else {
            return nil
        }
        let numbers = parts[1].dropLast().split { $0 == "," || $0 == " " || $0 == "/" }
        guard 3...4 ~= numbers.count else { return nil }
        var color = "#"
        for number in numbers.prefix(3) {
            let isShare = number.hasSuffix("%")
            guard let read = Double(isShare ? number.dropLast() : number), 0...(isShare ? 100 : 255) ~= read else {
                return nil
            }
            let byte = Int((isShare ? read * 255 / 100 : read).rounded())
            color += (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return color
    }
}
