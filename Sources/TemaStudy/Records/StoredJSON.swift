import TemaFormats
import TemaModel

/// A JSON value (RFC 8259) as a study stores it. The rest of the module does not depend on a JSON library.
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
extension StoredJSON {
    /// - Parameter bytes: UTF-8.
    /// - Throws: A ``Problem`` if they are not JSON.
    init(_ bytes: some Sequence<UInt8>) throws(Problem) {
        do throws(Problem) { self.init(try JSONValue(Array(bytes)[...])) } catch {
            throw Problem("not JSON", suggestion: "restore it from a backup")
        }
    }

    private init(_ value: JSONValue) {
        switch value {
        case .text(let text): self = .text(text)
        case .number(let digits): self = Int(digits).map(StoredJSON.integer) ?? .number(Double(digits) ?? .nan)
        case .flag(let flag): self = .flag(flag)
        case .list(let list): self = .list(list.map(StoredJSON.init(_:)))
        case .object(let members):
            self = .object(Dictionary(members.map { ($0.name, StoredJSON($0.value)) }) { _, last in last })
        case .nothing: self = .null
        }
    }
}

// Writing.
extension StoredJSON {
    /// Returns the value as JSON without white space, with the members of objects ordered by name.
    ///
    /// The bytes are part of the file format: a document that is imported again has the same hash only if its structure
    /// has the same bytes. They are the same as those of Foundation's encoder.
    ///
    /// - Parameter escapingSlashes: Whether `/` is written as `\/`.
    func written(escapingSlashes: Bool) -> [UInt8] {
        var json: [UInt8] = []
        write(to: &json, escapingSlashes)
        return json
    }

    private func write(to json: inout [UInt8], _ escapingSlashes: Bool) {
        switch self {
        case .text(let text): Self.write(text, to: &json, escapingSlashes: escapingSlashes)
        case .integer(let integer): json += String(integer).utf8
        case .number(let number):
            let digits = number.description
            json += digits.hasSuffix(".0") ? digits.utf8.dropLast(2) : digits.utf8[...]
        case .list(let list):
            json.append(UInt8(ascii: "["))
            for (index, value) in list.enumerated() {
                if index > 0 { json.append(UInt8(ascii: ",")) }
                value.write(to: &json, escapingSlashes)
            }
            json.append(UInt8(ascii: "]"))
        case .object(let members):
            json.append(UInt8(ascii: "{"))
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { json.append(UInt8(ascii: ",")) }
                Self.write(member.key, to: &json, escapingSlashes: escapingSlashes)
                json.append(UInt8(ascii: ":"))
                member.value.write(to: &json, escapingSlashes)
            }
            json.append(UInt8(ascii: "}"))
        case .flag(let flag): json += (flag ? "true" : "false").utf8
        case .null: json += "null".utf8
        }
    }

    private static func write(_ text: String, to json: inout [UInt8], escapingSlashes: Bool) {
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

/// The members of a stored JSON object, each of which is read once.
struct StoredObject {
    private var members: [String: StoredJSON] = [:]
    /// What the object is part of, for messages.
    private let place: String

    init(_ json: StoredJSON, in place: String) throws(Problem) {
        self.place = place
        guard case .object(let members) = json else { throw malformed("a value that is not an object") }
        self.members = members
    }

    /// - Parameter value: Returns the member's value, or nil if it has another type.
    mutating func read<Value>(_ name: String, _ value: (StoredJSON) -> Value?) throws(Problem) -> Value {
        guard let found = try readOptional(name, value) else { throw malformed("no “\(name)”") }
        return found
    }

    /// - Returns: Nil if there is no such member, or if it is `null`.
    mutating func readOptional<Value>(_ name: String, _ value: (StoredJSON) -> Value?) throws(Problem) -> Value? {
        guard let member = members.removeValue(forKey: name), member != .null else { return nil }
        guard let found = value(member) else { throw malformed("“\(name)” of another type") }
        return found
    }

    /// Throws a ``Problem`` if a member has not been read: this version would lose it.
    func end() throws(Problem) {
        guard let name = members.keys.min() else { return }
        throw .unknown("the field “\(name)”", in: place)
    }

    private func malformed(_ what: String) -> Problem {
        Problem("\(place) has \(what)", suggestion: "restore it from a backup")
    }
}

extension Problem {
    /// Returns the problem of a value that this version of Tema does not support. A newer version may have written it.
    static func unknown(_ what: String, in place: String) -> Problem {
        Problem(
            "\(place) has \(what), which this version of Tema does not support",
            suggestion: "install the newest version of Tema")
    }
}
