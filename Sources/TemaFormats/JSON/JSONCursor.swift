import TemaModel

/// Reads a JSON text (RFC 8259) piece by piece, without building a value of the whole.
package struct JSONCursor {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    /// Creates a cursor at the beginning of a text in UTF-8.
    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// Reads a value of any type.
    ///
    /// - Throws: A ``Problem`` with line and column, in bytes, if it is not JSON or is nested deeper than
    ///   ``Limits/elementDepth``.
    package mutating func value() throws(Problem) -> JSONValue { try value(depth: 0) }

    /// Throws a ``Problem`` unless only white space follows.
    package mutating func end() throws(Problem) {
        skipSpace()
        guard index == bytes.endIndex else { throw problem("unexpected content after the end of the JSON") }
    }

    private mutating func value(depth: Int) throws(Problem) -> JSONValue {
        guard depth <= Limits.elementDepth else {
            throw problem("this JSON is nested more than \(Limits.elementDepth) levels deep", "reduce its depth")
        }
        skipSpace()
        guard let next else { throw problem("unexpected end of the JSON") }
        switch next {
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "{"):
            var members: [JSONValue.Member] = []
            try object { name, cursor throws(Problem) in
                members.append(JSONValue.Member(name: name, value: try cursor.value(depth: depth + 1)))
            }
            return .object(members)
        case UInt8(ascii: "["):
            var items: [JSONValue] = []
            try list { cursor throws(Problem) in items.append(try cursor.value(depth: depth + 1)) }
            return .list(items)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .nothing)
        default: throw problem("this is not JSON")
        }
    }

    /// Reads a list, and calls `item` at each of its items, which it must read.
    package mutating func list(_ item: (inout JSONCursor) throws(Problem) -> Void) throws(Problem) {
        skipSpace()
        try expect("[", "expected a list")
        skipSpace()
        if take("]") { return }
        repeat {
            try item(&self)
            skipSpace()
        } while take(",")
        try expect("]", "expected , or ] in a list")
    }

    /// Reads an object, and calls `member` with the name of each of its members, whose value it must read.
    package mutating func object(
        _ member: (String, inout JSONCursor) throws(Problem) -> Void
    ) throws(Problem) {
        skipSpace()
        try expect("{", "expected an object")
        skipSpace()
        if take("}") { return }
        try self.member(member)
        try rest(member)
    }

    private mutating func member(_ read: (String, inout JSONCursor) throws(Problem) -> Void) throws(Problem) {
        skipSpace()
        guard next == UInt8(ascii: "\"") else { throw problem("expected a name in quotation marks") }
        let name = try string()
        skipSpace()
        try expect(":", "expected a colon")
        try read(name, &self)
        skipSpace()
    }

    /// Reads the name of a member that must be the next one of an object, and the brace or comma before it.
    package mutating func member(_ name: String) throws(Problem) {
        skipSpace()
        guard take("{") || take(",") else { throw problem("expected the member “\(name)”") }
        guard try string() == name else { throw problem("expected the member “\(name)”") }
        skipSpace()
        try expect(":", "expected a colon")
    }

    /// Reads the other members of an object, and its closing brace.
    package mutating func rest(_ member: (String, inout JSONCursor) throws(Problem) -> Void) throws(Problem) {
        skipSpace()
        while take(",") { try self.member(member) }
        try expect("}", "expected , or } in an object")
    }

    /// Reads a whole number without an exponent.
    package mutating func integer() throws(Problem) -> Int {
        skipSpace()
        let start = index
        let isNegative = take("-")
        var value = 0
        while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
            // Eighteen digits fit in 64 bits.
            guard index - start < 18 else { throw problem("this number is too large") }
            value = 10 * value + Int(byte - UInt8(ascii: "0"))
            index += 1
        }
        guard index > start + (isNegative ? 1 : 0) else { throw problem("expected a whole number") }
        return isNegative ? -value : value
    }

    /// Reads a list of whole numbers, in which `null` stands for a given number.
    package mutating func integers(null: Int) throws(Problem) -> [Int] {
        var values: [Int] = []
        try list { cursor throws(Problem) in
            cursor.readDigits(into: &values)
            cursor.skipSpace()
            if cursor.next == UInt8(ascii: "n") {
                _ = try cursor.word("null", .nothing)
                values.append(null)
            } else {
                values.append(try cursor.integer())
            }
        }
        return values
    }

    /// Reads the numbers from 0 of a list without white space as long as another number follows: long lists consist of them.
    private mutating func readDigits(into values: inout [Int]) {
        // A copy, because a span of the property would lend the whole cursor.
        let bytes = bytes
        let text = bytes.span
        var next = index - bytes.startIndex
        while true {
            let start = next
            var value = 0
            while next < text.count, next - start < 18, text[next] &- UInt8(ascii: "0") < 10 {
                value = 10 * value + Int(text[next] &- UInt8(ascii: "0"))
                next += 1
            }
            guard next > start, next < text.count, text[next] == UInt8(ascii: ",") else { return }
            next += 1
            values.append(value)
            index = bytes.startIndex + next
        }
    }

    /// Reads a list of strings.
    package mutating func strings() throws(Problem) -> [String] {
        var values: [String] = []
        try list { cursor throws(Problem) in values.append(try cursor.string()) }
        return values
    }

    /// Reads a string.
    package mutating func string() throws(Problem) -> String {
        skipSpace()
        try expect("\"", "expected a string")
        let start = index
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
        if next == UInt8(ascii: "\"") {
            defer { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
        var text = Array(bytes[start..<index])
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(contentsOf: try escape().utf8)
            case 0..<0x20: throw problem("a control character in a string", "write it as \\n, \\t or \\u0000")
            default:
                text.append(byte)
                index += 1
            }
        }
        throw problem("a string is not closed", "close it with a quotation mark")
    }

    private var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar, _ message: String) throws(Problem) {
        guard take(character) else { throw problem(message) }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(Problem) -> JSONValue {
        guard bytes[index...].starts(with: word.utf8) else { throw problem("this is not JSON") }
        index += word.utf8.count
        return value
    }

    private mutating func number() throws(Problem) -> String {
        let start = index
        _ = take("-")
        let isZero = next == UInt8(ascii: "0")
        guard digits() > 0, !isZero || index - start == (bytes[start] == UInt8(ascii: "-") ? 2 : 1) else {
            throw problem("this is not a JSON number")
        }
        if take("."), digits() == 0 { throw problem("this is not a JSON number") }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            if digits() == 0 { throw problem("this is not a JSON number") }
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = index
        while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { index += 1 }
        return index - start
    }

    private mutating func escape() throws(Problem) -> String {
        index += 1
        guard let byte = next else { throw problem("unexpected end of the JSON") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return String(Unicode.Scalar(byte))
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let first = try hexadecimal()
            if let scalar = Unicode.Scalar(UInt32(first)) { return String(scalar) }
            guard take("\\"), take("u") else { throw problem("an incomplete character: \\u with a lone surrogate") }
            let second = try hexadecimal()
            guard UTF16.isLeadSurrogate(first), UTF16.isTrailSurrogate(second) else {
                throw problem("an incomplete character: \\u with a lone surrogate")
            }
            return String(decoding: [first, second], as: UTF16.self)
        default: throw problem("invalid escape sequence after \\")
        }
    }

    private mutating func hexadecimal() throws(Problem) -> UInt16 {
        let digits = bytes[index...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
            let value = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw problem("\\u without four hexadecimal digits") }
        index += 4
        return value
    }

    private func problem(_ message: String, _ suggestion: String = "write it as JSON (RFC 8259)") -> Problem {
        let before = bytes[..<index]
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.startIndex
        return Problem(message, suggestion: suggestion, line: line, column: index - start + 1)
    }
}
