/// The first bytes of an input, as its format is known by them.
package struct InputBeginning {
    /// Without byte-order mark; of UTF-16 without its zeros, which leaves what is ASCII as it is.
    package let bytes: [UInt8]

    package init(_ beginning: [UInt8]) {
        let isUTF16 =
            beginning.starts(with: [0xFF, 0xFE]) || beginning.starts(with: [0xFE, 0xFF])
            || beginning.starts(with: [0x3C, 0x00]) || beginning.starts(with: [0x00, 0x3C])
        if isUTF16 {
            bytes = beginning.filter { $0 != 0 && $0 < 0x80 }
        } else {
            bytes = Array(beginning.drop { [0xEF, 0xBB, 0xBF].contains($0) })
        }
    }

    /// The local name of the first element of XML, behind declaration, comments and DOCTYPE; nothing where it stands
    /// further on, or this is no XML.
    package static func rootName(_ beginning: ArraySlice<UInt8>) -> String? {
        var rest = beginning.drop(while: isXMLSpace)
        while rest.first == UInt8(ascii: "<"), let second = rest.dropFirst().first {
            switch second {
            case UInt8(ascii: "?"): rest = behind("?>", rest)
            case UInt8(ascii: "!"):
                rest = rest.starts(with: Array("<!--".utf8)) ? behind("-->", rest) : behindDeclaration(rest)
            default:
                let name = rest.dropFirst().prefix {
                    !isXMLSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
                }
                guard name.endIndex < rest.endIndex, !name.isEmpty else { return nil }
                return name.split(separator: UInt8(ascii: ":")).last.map { String(decoding: $0, as: UTF8.self) }
            }
            rest = rest.drop(while: isXMLSpace)
        }
        return nil
    }

    private static func behind(_ end: String, _ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let wanted = Array(end.utf8)
        let at = bytes.indices.first { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
        return at.map { bytes[($0 + wanted.count)...] } ?? []
    }

    /// Behind `<!DOCTYPE … [ … ]>`.
    private static func behindDeclaration(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var isInside = false
        for at in bytes.indices {
            switch bytes[at] {
            case UInt8(ascii: "["): isInside = true
            case UInt8(ascii: "]"): isInside = false
            case UInt8(ascii: ">") where !isInside: return bytes[(at + 1)...]
            default: break
            }
        }
        return []
    }
}
