package import CLibXML2
import Glibc

/// A local name, terminated by a zero and valid only during a pass over a file. Equal names in one pass have equal addresses.
package struct XMLName {
    package let pointer: UnsafePointer<xmlChar>
    package var string: String { String(cString: pointer) }

    package init(pointer: UnsafePointer<xmlChar>) { self.pointer = pointer }
}

/// The attributes of a start tag, valid until its handler returns.
package struct XMLAttributes {
    /// libxml2's array of five pointers for each attribute: local name, prefix, namespace, start and end of its value.
    let base: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    let count: Int
    /// The address of the name `lang` in this pass.
    let languageName: UnsafePointer<xmlChar>?
    /// Set to true when a value is read that contains `&` or a control character. Nil if the values are already normalized.
    ///
    /// `QuickPass` passes values as they are written in the file. Such a value must be parsed by libxml2.
    let doubt: UnsafeMutablePointer<Bool>?
    /// The entities that values may refer to. Unmanaged, because attributes are created for every element.
    private let entities: Unmanaged<EntityTable>?

    /// Creates attributes with values as written; see ``doubt``.
    package init(
        base: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int, languageName: UnsafePointer<xmlChar>?,
        doubt: UnsafeMutablePointer<Bool>
    ) {
        (self.base, self.count, self.languageName, self.doubt, entities) = (base, count, languageName, doubt, nil)
    }

    /// Creates attributes with values from libxml2, which contain references to entities.
    init(
        base: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int, languageName: UnsafePointer<xmlChar>?,
        entities: EntityTable
    ) {
        (self.base, self.count, self.languageName, doubt) = (base, count, languageName, nil)
        self.entities = .passUnretained(entities)
    }

    /// The value of the first attribute with a local name in any namespace, or nil if there is none.
    package subscript(name: StaticString) -> String? { index(of: name).flatMap(value) }

    /// Returns whether there is an attribute with a local name in any namespace, and a test accepts the first one's value. The
    /// value is not copied, except if it contains a reference to an entity.
    package func isValue(of name: StaticString, _ test: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        guard let index = index(of: name), let bytes = bytes(index) else { return false }
        guard bytes.contains(where: Self.isNotPlain) else { return test(bytes) }
        var value = value(index) ?? ""
        return value.withUTF8(test)
    }

    private func index(of name: StaticString) -> Int? {
        guard let base else { return nil }
        return (0..<count).first { index in base[index * 5].map { Self.isSame($0, name) } ?? false }
    }

    /// Copies of all attributes.
    var all: [XMLNode.Attribute] {
        guard let base else { return [] }
        return (0..<count).compactMap { index in
            guard let local = base[index * 5], let value = value(index) else { return nil }
            return XMLNode.Attribute(
                name: String(cString: local), namespace: base[index * 5 + 2].map { String(cString: $0) }, value: value)
        }
    }

    /// The value of the first attribute `lang`, usually `xml:lang`. Nil if there is none or it is empty.
    @inline(__always)
    package var language: String? {
        guard let base else { return nil }
        for index in 0..<count where base[index * 5] == languageName {
            guard let value = value(index), !value.isEmpty else { return nil }
            return value
        }
        return nil
    }

    @inline(__always)
    private static func isSame(_ local: UnsafePointer<xmlChar>, _ name: StaticString) -> Bool {
        // A static string ends with a zero too.
        strcmp(
            UnsafeRawPointer(local).assumingMemoryBound(to: CChar.self),
            UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }

    /// Whether a byte is a control character, or begins a reference to an entity.
    private static func isNotPlain(_ byte: UInt8) -> Bool { byte < 0x20 || byte == UInt8(ascii: "&") }

    /// Returns the bytes of a value as they are in the file or, from libxml2, with references to entities.
    private func bytes(_ index: Int) -> UnsafeBufferPointer<xmlChar>? {
        guard let base, let start = base[index * 5 + 3], let end = base[index * 5 + 4] else { return nil }
        return UnsafeBufferPointer(start: start, count: end - start)
    }

    private func value(_ index: Int) -> String? {
        guard let bytes = bytes(index) else { return nil }
        guard let doubt else { return decoded(bytes) }
        if bytes.contains(where: Self.isNotPlain) { doubt.pointee = true }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Decodes references to entities, and `&#38;` and `&#60;`, as which libxml2 reports `&` and `<`.
    ///
    /// The search is by bytes. In a `String`, a combining mark after the semicolon would be part of the same character.
    private func decoded(_ bytes: UnsafeBufferPointer<xmlChar>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
            decoded += rest[..<ampersand]
            rest = rest[ampersand...]
            let reference = rest.prefix { $0 != UInt8(ascii: ";") }
            let text = text(of: String(decoding: reference.dropFirst(), as: UTF8.self))
            decoded += text.map { Array($0.utf8) } ?? Array(rest.prefix(reference.count + 1))
            rest = rest.dropFirst(reference.count + 1)
        }
        return String(decoding: decoded + rest, as: UTF8.self)
    }

    private func text(of reference: String) -> String? {
        switch reference {
        case "#38": "&"
        case "#60": "<"
        default: entities?._withUnsafeGuaranteedRef { $0.text(of: reference) }
        }
    }
}
