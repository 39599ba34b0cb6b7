/// The entities of one XML file: those that its internal DTD subset declares as plain text, and those of ``EntityNames``.
///
/// Nothing else that a DTD declares is used: values that contain markup or references, external entities, and parameter
/// entities. So an entity cannot contain others, and nothing is loaded.
package final class EntityTable {
    private var declared: [String: String] = [:]

    package init() {}

    /// Returns the text of an entity, or nil if it is unknown. A declaration in the file takes precedence.
    package func text(of name: String) -> String? { declared[name] ?? EntityNames.text(of: name) }

    /// Adds an entity if a declaration defines it as plain text. The first declaration of a name counts.
    ///
    /// - Parameter declaration: The bytes between `<` and `>`, such as `!ENTITY name "value"`.
    func add(_ declaration: some Collection<UInt8>) {
        guard declared.count < Limits.entities, declaration.starts(with: "!ENTITY".utf8) else { return }
        let words = declaration.dropFirst("!ENTITY".utf8.count).drop(while: isXMLSpace)
        let name = words.prefix { !isXMLSpace($0) }
        let literal = words.dropFirst(name.count).drop(while: isXMLSpace)
        guard let quote = literal.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return }
        let value = literal.dropFirst().prefix { $0 != quote }
        guard value.count <= 4 * Limits.entityCharacters, !value.contains(where: Self.isSpecial) else { return }
        let text = String(decoding: value, as: UTF8.self)
        guard text.unicodeScalars.count <= Limits.entityCharacters else { return }
        let key = String(decoding: name, as: UTF8.self)
        declared[key] = declared[key] ?? text
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "%")
    }
}
