import TemaFormats

/// Documents' ids where a format wants IRIs (W3C) or names of files: as one relative reference, and back.
enum DocumentIRI {
    /// The id, with every byte as `%` and two digits that would mean something in an IRI or a file's name.
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
        // An ending that would be taken off again.
        let stem = InputPath(text).stem
        return stem == text ? text : stem + "%2E" + text.dropFirst(stem.count + 1)
    }

    private static func escaped(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count == 1 ? "0" : "") + digits
    }

    /// The id that an IRI stands for: its last part without query, fragment and the ending of a text.
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

    /// `%41` is `A`; what is no such escape stays.
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
