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
        var index = skipSpace(0)
        while self[index] == UInt8(ascii: "<"), index + 1 < bytes.count {
            switch self[index + 1] {
            case UInt8(ascii: "?"): index = after("?>", index)
            case UInt8(ascii: "!"): index = has("<!--", index) ? after("-->", index) : afterDeclaration(index)
            default: return localName(index + 1)
            }
            index = skipSpace(index)
        }
        return nil
    }

    private subscript(index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    private func skipSpace(_ start: Int) -> Int {
        var index = start
        while isXMLSpace(self[index]) { index += 1 }
        return index
    }

    private func localName(_ start: Int) -> String? {
        let name = bytes[start...].prefix { !isXMLSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        guard name.endIndex < bytes.endIndex, !name.isEmpty else { return nil }
        return name.split(separator: UInt8(ascii: ":")).last.map { String(decoding: $0, as: UTF8.self) }
    }

    private func has(_ text: StaticString, _ index: Int) -> Bool {
        for offset in 0..<text.utf8CodeUnitCount where self[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    private func after(_ end: StaticString, _ start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if bytes[index] == end.utf8Start[0], has(end, index) { return index + end.utf8CodeUnitCount }
            index += 1
        }
        return index
    }

    /// Returns the offset after `<!DOCTYPE … [ … ]>`.
    private func afterDeclaration(_ start: Int) -> Int {
        var (index, isInside) = (start, false)
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "["): isInside = true
            case UInt8(ascii: "]"): isInside = false
            case UInt8(ascii: ">") where !isInside: return index + 1
            default: break
            }
            index += 1
        }
        return index
    }
}
