import TemaFormats

/// Converts document ids to relative IRI references (W3C) or file names, and back.
enum DocumentIRI {
    /// Returns an id with characters that are special in IRIs or file names escaped as `%` and two hexadecimal digits a
    /// byte.
    static func of(_ id: String) -> String {
        var text = ""
        for scalar in id.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_", "~": text.unicodeScalars.append(scalar)
            case "." where !text.isEmpty: text += "."
            case _ where scalar.value > 0x9F && scalar.properties.isAlphabetic: text.unicodeScalars.append(scalar)
            default:
                for byte in String(scalar).utf8 { text += escaped(byte) }
            }
        }
        // `id(_:)` removes file extensions, so the dot of an ending that looks like one is escaped.
        let stem = InputPath(text).stem
        return stem == text ? text : stem + "%2E" + text.dropFirst(stem.count + 1)
    }

    private static func escaped(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count == 1 ? "0" : "") + digits
    }

    /// Returns the id for an IRI: its last path segment without query, fragment and the file extension of a text.
    static func id(_ iri: String) -> String {
        var rest = iri.unicodeScalars[...]
        if let end = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) { rest = rest[..<end] }
        while rest.last == "/" { rest = rest.dropLast() }
        let part = String(rest.split(separator: "/").last ?? rest)
        let stem = InputPath(part).stem
        guard let dot = stem.lastIndex(of: "."), dot != stem.startIndex,
            ["html", "htm", "pdf", "docx", "xhtml"].contains(stem[stem.index(after: dot)...].lowercased())
        else { return unescaped(stem) }
        return unescaped(String(stem[..<dot]))
    }

    /// Returns a text with escapes such as `%41` decoded. Invalid escapes are kept.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? text
    }
}
