import TemaModel

/// A JSON value (RFC 8259).
package indirect enum JSONValue: Sendable, Hashable {
    case text(String)
    /// A number, as it is written.
    case number(String)
    case flag(Bool)
    case list([JSONValue])
    /// An object, with its members in the order in which they are written.
    case object([Member])
    /// The value `null`.
    case nothing

    /// A name and value of an object.
    package struct Member: Sendable, Hashable {
        package let name: String
        package let value: JSONValue
    }

    /// Parses a JSON text.
    ///
    /// - Parameter bytes: The text in UTF-8.
    /// - Throws: A ``Problem`` with line and column, in bytes, if the text is not JSON or is nested deeper than
    ///   ``Limits/elementDepth``.
    package init(_ bytes: ArraySlice<UInt8>) throws(Problem) {
        var parser = JSONParser(bytes)
        self = try parser.whole()
    }

    /// The value of the object's last member with a name, or nil if there is none, it is `null`, or this is not an object.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self,
            let value = members.last(where: { $0.name == name })?.value, value != .nothing
        else { return nil }
        return value
    }

    /// The string, or nil if this is not a string.
    package var text: String? { if case .text(let text) = self { text } else { nil } }

    /// The strings, numbers and Boolean values in this value or list, as strings. Objects and `null` are omitted.
    package var strings: [String] {
        switch self {
        case .text(let text), .number(let text): [text]
        case .flag(let flag): [flag ? "true" : "false"]
        case .list(let list): list.flatMap(\.strings)
        case .object, .nothing: []
        }
    }

    /// The items of a list; an empty array for `null`; otherwise an array of this value.
    package var items: [JSONValue] {
        switch self {
        case .list(let list): list
        case .nothing: []
        default: [self]
        }
    }
}

/// A recursive descent parser.
private struct JSONParser {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    mutating func whole() throws(Problem) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard index == bytes.endIndex else { throw problem("unexpected content after the end of the JSON") }
        return value
    }

    private var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private mutating func value(depth: Int) throws(Problem) -> JSONValue {
        guard depth <= Limits.elementDepth else {
            throw problem("this JSON is nested more than \(Limits.elementDepth) levels deep", "reduce its depth")
        }
        skipSpace()
        guard let next else { throw problem("unexpected end of the JSON") }
        switch next {
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .nothing)
        default: throw problem("this is not JSON")
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(Problem) -> JSONValue {
        guard bytes[index...].starts(with: word.utf8) else { throw problem("this is not JSON") }
        index += word.utf8.count
        return value
    }

    private mutating func list(depth: Int) throws(Problem) -> JSONValue {
        index += 1
        var items: [JSONValue] = []
        skipSpace()
        if take("]") { return .list(items) }
        repeat {
            items.append(try value(depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw problem("expected , or ] in a list") }
        return .list(items)
    }

    private mutating func object(depth: Int) throws(Problem) -> JSONValue {
        index += 1
        var members: [JSONValue.Member] = []
        skipSpace()
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw problem("expected a name in quotation marks") }
            let name = try string()
            skipSpace()
            guard take(":") else { throw problem("expected a colon") }
            members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
            skipSpace()
        } while take(",")
        guard take("}") else { throw problem("expected , or } in an object") }
        return .object(members)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        index += 1
        return true
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

    private mutating func string() throws(Problem) -> String {
        index += 1
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
