import TemaFormats
import TemaModel

/// The fields of a BibTeX entry. Their values are TeX source.
struct BibTeXFields {
    private(set) var key = ""
    private(set) var fields: [(name: String, value: String)] = []

    private var rest: ArraySlice<UInt8>
    private let macros: [String: String]
    private let line: Int

    /// Parses the content of an entry.
    ///
    /// - Parameters:
    ///   - hasKey: Whether a key precedes the fields, as in all entries except `@string`.
    ///   - macros: The macros that `@string` entries have defined, by name in lower case.
    /// - Throws: A ``Problem`` with the line of the entry if a field is malformed or too long.
    init(_ entry: BibTeXEntries.Entry, hasKey: Bool, macros: [String: String]) throws(Problem) {
        (rest, self.macros, line) = (entry.content[...], macros, entry.line)
        if hasKey {
            let key = rest.prefix { $0 != UInt8(ascii: ",") }
            self.key = TextLines.collapsed(String(decoding: key, as: UTF8.self))
            rest = rest.dropFirst(key.count)
        }
        while true {
            rest = rest.drop { isXMLSpace($0) || $0 == UInt8(ascii: ",") }
            if rest.isEmpty { break }
            let name = word()
            skipSpace()
            guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "=") else {
                throw Problem(
                    "“\(name)” in this entry is not a field",
                    suggestion: "write name = {value}, with commas between fields",
                    line: line)
            }
            fields.append((name.lowercased(), try value()))
        }
    }

    /// Returns the value of the first of the named fields that has a value, or nil.
    func first(_ names: String...) -> String? {
        names.lazy.compactMap { name in fields.first { $0.name == name && !$0.value.isEmpty }?.value }.first
    }

    private mutating func skipSpace() { rest = rest.drop(while: isXMLSpace) }

    private mutating func word() -> String {
        let end: Set<UInt8> = Set("=,#{}\"()".utf8)
        let word = rest.prefix { !isXMLSpace($0) && !end.contains($0) }
        rest = rest.dropFirst(word.count)
        return String(decoding: word, as: UTF8.self)
    }

    /// Reads a value: one or more pieces joined by `#`.
    private mutating func value() throws(Problem) -> String {
        var value = ""
        while true {
            skipSpace()
            switch rest.first {
            case UInt8(ascii: "{"): value += try piece(closedBy: UInt8(ascii: "}"))
            case UInt8(ascii: "\""): value += try piece(closedBy: UInt8(ascii: "\""))
            default:
                let name = word()
                guard !name.isEmpty else {
                    throw Problem(
                        "a field of this entry has no value", suggestion: "add a value or remove the field", line: line)
                }
                // An unknown macro and a number are kept as written.
                value += macros[name.lowercased()] ?? name
            }
            guard value.utf8.count <= Limits.documentBytes else { throw DocumentBuilder.tooLong(line: line) }
            skipSpace()
            guard rest.first == UInt8(ascii: "#") else { return value }
            rest.removeFirst()
        }
    }

    /// Whether a value can end before bytes: at the end of the entry, at `#`, or at the next field.
    private func isEnd(_ next: ArraySlice<UInt8>) -> Bool {
        var other = self
        other.rest = next.drop { isXMLSpace($0) || $0 == UInt8(ascii: ",") }
        if other.rest.isEmpty || other.rest.first == UInt8(ascii: "#") { return true }
        let hasName = !other.word().isEmpty
        other.skipSpace()
        return hasName && other.rest.first == UInt8(ascii: "=")
    }

    /// Reads a piece up to its closing brace or quote outside inner braces. A quote that no end of a value follows belongs to
    /// the text.
    private mutating func piece(closedBy closing: UInt8) throws(Problem) -> String {
        rest.removeFirst()
        var depth = 0
        for index in rest.indices {
            let byte = rest[index]
            if byte == closing, depth == 0, closing != UInt8(ascii: "\"") || isEnd(rest[index...].dropFirst()) {
                let piece = String(decoding: rest[..<index], as: UTF8.self)
                rest = rest[(index + 1)...]
                return piece
            }
            if byte == UInt8(ascii: "{") { depth += 1 } else if byte == UInt8(ascii: "}") { depth -= 1 }
        }
        throw Problem("a value of this entry is not closed", suggestion: "close its braces or quotes", line: line)
    }
}
