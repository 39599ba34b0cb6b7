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
        var cursor = JSONCursor(bytes)
        self = try cursor.value()
        try cursor.end()
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
