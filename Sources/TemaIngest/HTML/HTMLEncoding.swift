import TemaFormats
import TemaModel

/// The encoding that an HTML page declares.
enum HTMLEncoding {
    /// Returns the encoding of the XML declaration, else that of the first `meta` element with a `charset`. Returns nil
    /// if the page has a byte-order mark or declares no encoding.
    ///
    /// - Throws: A ``Problem`` if the page declares an encoding that Tema does not support.
    static func declared(_ beginning: ArraySlice<UInt8>) throws(Problem) -> TextEncoding? {
        let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
        guard !marks.contains(where: { beginning.starts(with: $0) }) else { return nil }
        let lower = beginning.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let declaration = try XMLDeclaration(beginning)?.encoding
        guard let name = declaration ?? charset(lower[...]) else { return nil }
        guard let encoding = TextEncoding.named(name) else {
            throw Problem(
                "it declares the encoding “\(name)”, which Tema does not support",
                suggestion: "convert it to UTF-8, or pass its actual encoding with --encoding")
        }
        // A page whose `meta` element is readable as ASCII is not in UTF-16.
        guard encoding != .utf16, encoding.unitBytes == 1 else { return nil }
        // Browsers read pages declared as Latin-1 or ASCII as windows-1252, which is a superset.
        return ["ISO-8859-1", "US-ASCII"].contains(encoding.name) ? TextEncoding.named("windows-1252") : encoding
    }

    /// Returns the value of `charset=` in the first `meta` element that has one, or nil.
    private static func charset(_ lower: ArraySlice<UInt8>) -> String? {
        var rest = lower
        while let tag = Self.find("<meta", in: rest) {
            rest = rest[tag...]
            let inside = rest.prefix { $0 != UInt8(ascii: ">") }
            rest = rest.dropFirst(inside.count)
            guard let index = find("charset", in: inside) else { continue }
            var value = inside[(index + 7)...].drop(while: isXMLSpace)
            guard value.popFirst() == UInt8(ascii: "=") else { continue }
            value = value.drop { isXMLSpace($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            let end = Set("\"';/> \t\r\n".utf8)
            let name = value.prefix { !end.contains($0) }
            if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
        }
        return nil
    }

    private static func find(_ word: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let wanted = Array(word.utf8)
        return bytes.indices.first { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
    }
}
