/// The first bytes of an input, normalized for detecting its format.
public struct InputBeginning: Sendable {
    /// The bytes without a byte-order mark. Of UTF-16, only the bytes of ASCII characters are kept.
    public let bytes: [UInt8]
    /// The local name of an XML file's root element, or nil if it is not in the beginning or the input is not XML.
    public let rootName: String?

    /// Creates a value from the first bytes of an input in any encoding.
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

/// Finds the root element after the XML declaration, comments and DOCTYPE. Reads zeros after the end, which no markup
/// contains.
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

    /// Returns the offset after `<!DOCTYPE … [ … ]>`.
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
