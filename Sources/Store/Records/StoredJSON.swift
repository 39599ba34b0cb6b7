import FoundationEssentials
import Model

/// A JSON value (RFC 8259) as a study stores it. No other file of this module knows a JSON library.
enum StoredJSON: Sendable, Hashable {
    case text(String)
    case integer(Int)
    case number(Double)
    case list([StoredJSON])
    case object([String: StoredJSON])
    case flag(Bool)
    case null

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var integer: Int? { if case .integer(let integer) = self { integer } else { nil } }
    var list: [StoredJSON]? { if case .list(let list) = self { list } else { nil } }

    var number: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        default: nil
        }
    }

    /// A list of strings.
    var texts: [String]? {
        guard let texts = list?.map(\.text) else { return nil }
        return texts.contains(nil) ? nil : texts.compactMap(\.self)
    }
}

// Reading.
extension StoredJSON: Decodable {
    /// - Parameter bytes: UTF-8.
    /// - Throws: A ``Problem`` if they are not JSON.
    init(_ bytes: some Sequence<UInt8>) throws(Problem) {
        do { self = try JSONDecoder().decode(StoredJSON.self, from: Data(bytes)) } catch {
            throw Problem("this is not JSON", wayOut: "restore it from a backup")
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let integer = try? value.decode(Int.self) {
            self = .integer(integer)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let members = try? decoder.container(keyedBy: Name.self) {
            var object: [String: StoredJSON] = [:]
            for name in members.allKeys { object[name.stringValue] = try members.decode(StoredJSON.self, forKey: name) }
            self = .object(object)
        } else if var items = try? decoder.unkeyedContainer() {
            var list: [StoredJSON] = []
            while !items.isAtEnd { list.append(try items.decode(StoredJSON.self)) }
            self = .list(list)
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if value.decodeNil() {
            self = .null
        } else {
            // A string that is malformed, for one: Foundation notices only when it is read.
            throw Problem("this is not JSON")
        }
    }
}

// Writing.
extension StoredJSON {
    /// The value without white space, the members of objects in the order of their names.
    ///
    /// The bytes are part of the file format: a document that is imported again has the same hash only if its structure has the same
    /// bytes. They are those that Foundation's encoder writes.
    ///
    /// - Parameter escapingSlashes: Whether `/` is written as `\/`.
    func written(escapingSlashes: Bool) -> [UInt8] {
        var json: [UInt8] = []
        write(to: &json, escapingSlashes)
        return json
    }

    private func write(to json: inout [UInt8], _ escapingSlashes: Bool) {
        switch self {
        case .text(let text): Self.write(text, to: &json, escapingSlashes)
        case .integer(let integer): json += String(integer).utf8
        case .number(let number):
            let digits = number.description
            json += digits.hasSuffix(".0") ? digits.utf8.dropLast(2) : digits.utf8[...]
        case .list(let list):
            json.append(UInt8(ascii: "["))
            for (at, value) in list.enumerated() {
                if at > 0 { json.append(UInt8(ascii: ",")) }
                value.write(to: &json, escapingSlashes)
            }
            json.append(UInt8(ascii: "]"))
        case .object(let members):
            json.append(UInt8(ascii: "{"))
            for (at, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if at > 0 { json.append(UInt8(ascii: ",")) }
                Self.write(member.key, to: &json, escapingSlashes)
                json.append(UInt8(ascii: ":"))
                member.value.write(to: &json, escapingSlashes)
            }
            json.append(UInt8(ascii: "}"))
        case .flag(let flag): json += (flag ? "true" : "false").utf8
        case .null: json += "null".utf8
        }
    }

    private static func write(_ text: String, to json: inout [UInt8], _ escapingSlashes: Bool) {
        json.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): json += "\\\"".utf8
            case UInt8(ascii: "\\"): json += "\\\\".utf8
            case UInt8(ascii: "/") where escapingSlashes: json += "\\/".utf8
            case 0x08: json += "\\b".utf8
            case 0x09: json += "\\t".utf8
            case 0x0A: json += "\\n".utf8
            case 0x0C: json += "\\f".utf8
            case 0x0D: json += "\\r".utf8
            case 0..<0x20: json += ((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)).utf8
            default: json.append(byte)
            }
        }
        json.append(UInt8(ascii: "\""))
    }
}
