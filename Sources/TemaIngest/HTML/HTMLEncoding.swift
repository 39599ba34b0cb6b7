import TemaFormats
import TemaModel

/// What a page in HTML says of its own encoding.
enum HTMLEncoding {
    /// That of `<meta charset>`, of `http-equiv`, or of the XML declaration, as it is first met; nothing where the page has a
    /// byte-order mark or says nothing.
    ///
    /// - Throws: A ``Problem`` where it names one that Tema does not read.
    static func declared(_ beginning: ArraySlice<UInt8>) throws(Problem) -> TextEncoding? {
        let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
        guard !marks.contains(where: { beginning.starts(with: $0) }) else { return nil }
        let lower = beginning.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let declaration = try XMLDeclaration(beginning)?.encoding
        guard let name = declaration ?? charset(lower[...]) else { return nil }
        guard let encoding = TextEncoding.named(name) else {
            throw Problem(
                "it says that its encoding is “\(name)”, which Tema does not read",
                suggestion: "convert it to UTF-8, or name the encoding that it really has with --encoding")
        }
        // A page whose `meta` can be read as it stands is not in UTF-16, whatever it says.
        guard encoding != .utf16, encoding.unitBytes == 1 else { return nil }
        // What pages call Latin-1 or ASCII is read by every browser as Windows' superset of it.
        return ["ISO-8859-1", "US-ASCII"].contains(encoding.name) ? TextEncoding.named("windows-1252") : encoding
    }

    /// The value behind `charset=` in the first `meta` that has one.
    private static func charset(_ lower: ArraySlice<UInt8>) -> String? {
        var rest = lower
        while let tag = Self.find("<meta", in: rest) {
            rest = rest[tag...]
            let inside = rest.prefix { $0 != UInt8(ascii: ">") }
            rest = rest.dropFirst(inside.count)
            guard let at = find("charset", in: inside) else { continue }
            var value = inside[(at + 7)...].drop(while: isXMLSpace)
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
