import TemaModel

/// A JSON text (RFC 8259) as values.
package indirect enum JSONValue: Sendable, Hashable {
    case text(String)
    /// As it was written.
    case number(String)
    case flag(Bool)
    case list([JSONValue])
    /// In the order they were written.
    case object([Member])
    case nothing

    package struct Member: Sendable, Hashable {
        package let name: String
        package let value: JSONValue
    }

    /// - Parameter bytes: UTF-8.
    /// - Throws: A ``Problem`` with line and column, in bytes, where it is no JSON or nested deeper than ``Limits/elementDepth``.
    package init(_ bytes: ArraySlice<UInt8>) throws(Problem) {
        var parser = JSONParser(bytes)
        self = try parser.whole()
    }

    /// A member of an object that is not `null`; of several with one name the last.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self,
            let value = members.last(where: { $0.name == name })?.value, value != .nothing
        else { return nil }
        return value
    }

    package var text: String? { if case .text(let text) = self { text } else { nil } }

    /// Texts, numbers, `true` and `false`, of a list too; nothing for what holds names and values.
    package var strings: [String] {
        switch self {
        case .text(let text), .number(let text): [text]
        case .flag(let flag): [flag ? "true" : "false"]
        case .list(let list): list.flatMap(\.strings)
        case .object, .nothing: []
        }
    }

    /// The parts of a list; itself where it is none.
    package var items: [JSONValue] {
        switch self {
        case .list(let list): list
        case .nothing: []
        default: [self]
        }
    }
}

/// Takes values off a JSON text.
private struct JSONParser {
    private let bytes: ArraySlice<UInt8>
    private var at: Int

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    mutating func whole() throws(Problem) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard at == bytes.endIndex else { throw problem("there is more behind the end of the JSON") }
        return value
    }

    private var next: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func value(depth: Int) throws(Problem) -> JSONValue {
        guard depth <= Limits.elementDepth else {
            throw problem("this JSON is nested more than \(Limits.elementDepth) deep", "make it flatter")
        }
        skipSpace()
        guard let next else { throw problem("this JSON ends too early") }
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
        guard bytes[at...].starts(with: word.utf8) else { throw problem("this is not JSON") }
        at += word.utf8.count
        return value
    }

    private mutating func list(depth: Int) throws(Problem) -> JSONValue {
        at += 1
        var items: [JSONValue] = []
        skipSpace()
        if take("]") { return .list(items) }
        repeat {
            items.append(try value(depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw problem("here a list should go on with , or end with ]") }
        return .list(items)
    }

    private mutating func object(depth: Int) throws(Problem) -> JSONValue {
        at += 1
        var members: [JSONValue.Member] = []
        skipSpace()
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw problem("here a name in quotes should stand") }
            let name = try string()
            skipSpace()
            guard take(":") else { throw problem("here a : should stand") }
            members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
            skipSpace()
        } while take(",")
        guard take("}") else { throw problem("here an object should go on with , or end with }") }
        return .object(members)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func number() throws(Problem) -> String {
        let start = at
        _ = take("-")
        let isZero = next == UInt8(ascii: "0")
        guard digits() > 0, !isZero || at - start == (bytes[start] == UInt8(ascii: "-") ? 2 : 1) else {
            throw problem("this is no number of JSON")
        }
        if take("."), digits() == 0 { throw problem("this is no number of JSON") }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            if digits() == 0 { throw problem("this is no number of JSON") }
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = at
        while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { at += 1 }
        return at - start
    }

    private mutating func string() throws(Problem) -> String {
        at += 1
        let start = at
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { at += 1 }
        if next == UInt8(ascii: "\"") {
            defer { at += 1 }
            return String(decoding: bytes[start..<at], as: UTF8.self)
        }
        var text = Array(bytes[start..<at])
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(contentsOf: try escape().utf8)
            case 0..<0x20: throw problem("a control character in a text", "write it as \\n, \\t or \\u0000")
            default:
                text.append(byte)
                at += 1
            }
        }
        throw problem("a text that is not closed", "close it with a quotation mark")
    }

    private mutating func escape() throws(Problem) -> String {
        at += 1
        guard let byte = next else { throw problem("this JSON ends too early") }
        at += 1
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
            guard take("\\"), take("u") else { throw problem("half a character: \\u with a lone surrogate") }
            let second = try hexadecimal()
            guard UTF16.isLeadSurrogate(first), UTF16.isTrailSurrogate(second) else {
                throw problem("half a character: \\u with a lone surrogate")
            }
            return String(decoding: [first, second], as: UTF16.self)
        default: throw problem("\\ is followed by what JSON does not know")
        }
    }

    private mutating func hexadecimal() throws(Problem) -> UInt16 {
        let digits = bytes[at...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
            let value = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw problem("\\u without four hexadecimal digits") }
        at += 4
        return value
    }

    private func problem(_ message: String, _ suggestion: String = "write it as JSON (RFC 8259)") -> Problem {
        let before = bytes[..<at]
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.startIndex
        return Problem(message, suggestion: suggestion, line: line, column: at - start + 1)
    }
}
