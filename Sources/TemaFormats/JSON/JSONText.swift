import TemaModel

/// Writes values as JSON (RFC 8259), without white space.
package enum JSONText {
    /// Returns an object. The values must be JSON already.
    package static func object(_ members: [(name: String, value: String)]) -> String {
        "{" + members.map { string($0.name) + ":" + $0.value }.joined(separator: ",") + "}"
    }

    /// Returns a list. The items must be JSON already.
    package static func list(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

    /// Returns a string in quotation marks. In addition to what JSON requires, it escapes DEL and the C1 controls, the line
    /// separators of JavaScript, and byte-order marks, which some readers drop.
    package static func string(_ text: String) -> String {
        let escaped = text.replacingScalars { scalar in
            switch scalar.value {
            case 0x22: "\\\""
            case 0x5C: "\\\\"
            case 0x08: "\\b"
            case 0x09: "\\t"
            case 0x0A: "\\n"
            case 0x0C: "\\f"
            case 0x0D: "\\r"
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF: unicodeEscape(scalar.value)
            default: nil
            }
        }
        return "\"" + escaped + "\""
    }

    private static func unicodeEscape(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
