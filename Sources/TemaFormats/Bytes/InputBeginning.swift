/// The first bytes of an input, as its format is known by them.
public struct InputBeginning: Sendable {
    /// Without byte-order mark; of UTF-16 without its zeros, which leaves what is ASCII as it is.
    public let bytes: [UInt8]
    /// The local name of the first element of XML, after declaration, comments and DOCTYPE; nil if it is further on, or
    /// this is no XML.
    public let rootName: String?

    public init(_ beginning: [UInt8]) {
        let isUTF16 =
            beginning.starts(with: [0xFF, 0xFE]) || beginning.starts(with: [0xFE, 0xFF])
            || beginning.starts(with: [0x3C, 0x00]) || beginning.starts(with: [0x00, 0x3C])
        if isUTF16 {
            bytes = beginning.filter { $0 != 0 && $0 < 0x80 }
        } else if let first = beginning.first, Self.isMark(first) {
            bytes = Array(beginning.drop(while: Self.isMark))
        } else {
            bytes = beginning
        }
        rootName = bytes.withUnsafeBufferPointer { RootSearch(bytes: $0).name }
    }

    private static func isMark(_ byte: UInt8) -> Bool { byte == 0xEF || byte == 0xBB || byte == 0xBF }
}

/// A search for the first element. Beyond the end it reads zeros, which are part of no markup.
private struct RootSearch {
    let bytes: UnsafeBufferPointer<UInt8>

    var name: String? {
        var at = skipSpace(0)
        while self[at] == UInt8(ascii: "<"), at + 1 < bytes.count {
            switch self[at + 1] {
            case UInt8(ascii: "?"): at = after("?>", at)
            case UInt8(ascii: "!"): at = has("<!--", at) ? after("-->", at) : afterDeclaration(at)
            default: return localName(at + 1)
            }
            at = skipSpace(at)
        }
        return nil
    }

    private subscript(at: Int) -> UInt8 { at < bytes.count ? bytes[at] : 0 }

    private func skipSpace(_ start: Int) -> Int {
        var at = start
        while isXMLSpace(self[at]) { at += 1 }
        return at
    }

    private func localName(_ start: Int) -> String? {
        let name = bytes[start...].prefix { !isXMLSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        guard name.endIndex < bytes.endIndex, !name.isEmpty else { return nil }
        return name.split(separator: UInt8(ascii: ":")).last.map { String(decoding: $0, as: UTF8.self) }
    }

    private func has(_ text: StaticString, _ at: Int) -> Bool {
        for offset in 0..<text.utf8CodeUnitCount where self[at + offset] != text.utf8Start[offset] { return false }
        return true
    }

    private func after(_ end: StaticString, _ start: Int) -> Int {
        var at = start
        while at < bytes.count {
            if bytes[at] == end.utf8Start[0], has(end, at) { return at + end.utf8CodeUnitCount }
            at += 1
        }
        return at
    }

    /// The offset after `<!DOCTYPE … [ … ]>`.
    private func afterDeclaration(_ start: Int) -> Int {
        var (at, isInside) = (start, false)
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "["): isInside = true
            case UInt8(ascii: "]"): isInside = false
            case UInt8(ascii: ">") where !isInside: return at + 1
            default: break
            }
            at += 1
        }
        return at
    }
}
