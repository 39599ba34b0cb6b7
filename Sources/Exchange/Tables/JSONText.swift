import Model

/// Values as JSON (RFC 8259), without white space: what both JSON formats share.
enum JSONText {
    /// The cells of a row by the names of their columns, in the order of these.
    static func row(_ row: Table.Row, _ layout: Table.Layout, _ columns: [Int]) -> String {
        object(columns.map { (layout.columns[$0].name, value(row.cell($0), layout.columns[$0].style)) })
    }

    /// Members whose values are JSON already.
    static func object(_ members: [(name: String, value: String)]) -> String {
        "{" + members.map { string($0.name) + ":" + $0.value }.joined(separator: ",") + "}"
    }

    /// A text in quotation marks. Escaped are control characters, the line separators of JavaScript, and byte-order
    /// marks, which some readers drop.
    static func string(_ text: String) -> String {
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

    /// Numbers have the digits that programs get, in lists and records too.
    private static func value(_ cell: Table.Cell, _ style: Table.Column.Style) -> String {
        switch cell {
        case .empty: "null"
        case .text(let text): string(text)
        case .integer(let integer): String(integer)
        case .number(let number): CellText(style, forPeople: false).number(number) ?? "null"
        case .list(let items): "[" + items.map { value($0, style) }.joined(separator: ",") + "]"
        case .record(let fields): object(fields.map { ($0.name, value($0.value, style)) })
        }
    }

    private static func unicodeEscape(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
