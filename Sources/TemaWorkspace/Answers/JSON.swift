import TemaFormats

/// A value as JSON text.
struct JSON: Sendable {
    let text: String

    static let null = JSON(text: "null")

    /// A string, or null.
    static func string(_ value: String?) -> JSON { value.map { JSON(text: JSONText.string($0)) } ?? .null }

    /// An integer, or null.
    static func number(_ value: (some BinaryInteger)?) -> JSON { value.map { JSON(text: String($0)) } ?? .null }

    /// A number, or null if it is not finite.
    static func number(_ value: Double) -> JSON { value.isFinite ? JSON(text: "\(value)") : .null }

    static func flag(_ value: Bool) -> JSON { JSON(text: value ? "true" : "false") }

    static func list(_ items: [JSON]) -> JSON { JSON(text: JSONText.list(items.map(\.text))) }

    static func strings(_ items: [String]) -> JSON { list(items.map { .string($0) }) }

    static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
        JSON(text: JSONText.object(members.map { ($0.key, $0.value.text) }))
    }

    /// An object with a member for each key, in the keys' order.
    static func object(_ members: [String: JSON]) -> JSON {
        JSON(text: JSONText.object(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.text) }))
    }
}
