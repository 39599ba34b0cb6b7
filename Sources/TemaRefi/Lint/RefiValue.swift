import TemaModel

/// The types of values in the schema, most of which are those of XML Schema.
enum RefiValue: String {
    case string, guid, color, time, date, integer, decimal, boolean
    case direction, variable, shape, line

    /// Returns the rule that a value violates, or nil if it is valid. White space at its ends is ignored.
    func broken(by value: String) -> RefiRule? {
        if self == .string { return nil }
        let value = Self.stripped(value)
        return switch self {
        case .string: nil
        case .guid: Self.isGUID(value) ? nil : .guidForm
        case .color: Self.isColor(value) ? nil : .color
        case .time: Self.isTime(value) ? nil : .time
        case .date: Self.isDate(value) ? nil : .time
        case .integer: Self.isInteger(value) ? nil : .number
        case .decimal: Self.isDecimal(value) ? nil : .number
        case .boolean: ["true", "false", "1", "0"].contains(value) ? nil : .boolean
        case .direction, .variable, .shape, .line: choices.contains(value) ? nil : .choice
        }
    }

    /// The allowed words, or an empty array if the type is not an enumeration.
    var choices: [String] {
        switch self {
        case .direction: ["Associative", "OneWay", "Bidirectional"]
        case .variable: ["Text", "Boolean", "Integer", "Float", "Date", "DateTime"]
        case .shape:
            [
                "Person", "Oval", "Rectangle", "RoundedRectangle", "Star", "LeftTriangle", "RightTriangle",
                "UpTriangle",
                "DownTriangle", "Note",
            ]
        case .line: ["dotted", "dashed", "solid"]
        default: []
        }
    }

    /// Returns a value without XML white space at its ends.
    static func stripped(_ value: String) -> String {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool { ["\u{20}", "\u{9}", "\u{A}", "\u{D}"].contains(scalar) }
        guard let first = value.unicodeScalars.first, let last = value.unicodeScalars.last,
            isSpace(first) || isSpace(last)
        else { return value }
        let rest = value.unicodeScalars.drop(while: isSpace)
        let end = rest.lastIndex { !isSpace($0) }.map { rest.index(after: $0) } ?? rest.startIndex
        return String(rest[..<end])
    }

    /// Whether a value is in groups of 8, 4, 4, 4 and 12 digits, with or without braces.
    private static func isGUID(_ value: String) -> Bool {
        var digits = Array(value.utf8)[...]
        if digits.first == UInt8(ascii: "{"), digits.last == UInt8(ascii: "}"), digits.count == 38 {
            digits = digits.dropFirst().dropLast()
        }
        return digits.count == 36
            && zip(digits, 0..<36).allSatisfy { byte, index in
                [8, 13, 18, 23].contains(index) ? byte == UInt8(ascii: "-") : isHexadecimal(byte)
            }
    }

    /// Whether a value is `#` and three or six digits. libxml2 also accepts eight digits, contrary to the schema.
    private static func isColor(_ value: String) -> Bool {
        let digits = value.utf8.dropFirst()
        return value.utf8.first == UInt8(ascii: "#") && [3, 6].contains(digits.count)
            && digits.allSatisfy(isHexadecimal)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || 0x41...0x46 ~= byte & 0xDF
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

    private static func isInteger(_ value: String) -> Bool {
        let digits = value.utf8.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        // Real projects have no numbers of more than 18 digits. libxml2 accepts up to 24.
        return value.utf8.count - digits.count <= 1 && 1...18 ~= digits.count && digits.allSatisfy(isDigit)
    }

    private static func isDecimal(_ value: String) -> Bool {
        let digits = value.utf8.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        return value.utf8.count - digits.count <= 1 && parts.allSatisfy { $0.allSatisfy(isDigit) }
            && 1...24 ~= parts.reduce(0) { $0 + $1.count }
    }

    private static func isDate(_ value: String) -> Bool {
        var rest = value.utf8[...]
        return takeDay(&rest) && takeZone(&rest) && rest.isEmpty
    }

    private static func isTime(_ value: String) -> Bool {
        var rest = value.utf8[...]
        guard takeDay(&rest), take(&rest, "T"), let hour = number(&rest, 2), take(&rest, ":"),
            let minute = number(&rest, 2), take(&rest, ":"), let second = number(&rest, 2)
        else { return false }
        var hasRest = false
        if take(&rest, ".") {
            let digits = rest.prefix(while: isDigit)
            guard !digits.isEmpty else { return false }
            hasRest = digits.contains { $0 != UInt8(ascii: "0") }
            rest = rest.dropFirst(digits.count)
        }
        let isMidnight = hour == 24 && minute == 0 && second == 0 && !hasRest
        return (hour < 24 || isMidnight) && minute < 60 && second < 60 && takeZone(&rest) && rest.isEmpty
    }

    private static func takeDay(_ rest: inout Substring.UTF8View) -> Bool {
        _ = take(&rest, "-")
        let digits = rest.prefix(while: isDigit)
        // Years of five and more digits have no leading zeros. Nine digits are enough for any year.
        guard 4...9 ~= digits.count, digits.count == 4 || digits.first != UInt8(ascii: "0"),
            let year = number(&rest, digits.count), year > 0, take(&rest, "-"), let month = number(&rest, 2),
            1...12 ~= month, take(&rest, "-"), let day = number(&rest, 2)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return 1...[31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ~= day
    }

    private static func takeZone(_ rest: inout Substring.UTF8View) -> Bool {
        if rest.isEmpty || take(&rest, "Z") { return true }
        guard take(&rest, "+") || take(&rest, "-"), let hour = number(&rest, 2), take(&rest, ":"),
            let minute = number(&rest, 2)
        else { return false }
        return minute < 60 && hour * 60 + minute <= 14 * 60
    }

    private static func take(_ rest: inout Substring.UTF8View, _ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest.removeFirst()
        return true
    }

    /// Consumes a number of exactly some digits.
    private static func number(_ rest: inout Substring.UTF8View, _ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(isDigit) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
