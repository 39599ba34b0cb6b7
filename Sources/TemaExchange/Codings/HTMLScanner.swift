import TemaFormats

/// Splits an HTML fragment into tags and texts, as browsers do with markup that a program has cleaned.
struct HTMLScanner {
    enum Token {
        /// Text with character references resolved.
        case text(String)
        /// The name of a start tag, in lower case.
        case start(String)
        case end(String)
    }

    private let bytes: [UInt8]
    private var index = 0
    private var isAfterPre = false

    init(_ html: String) { bytes = Array(html.utf8) }

    mutating func next() -> Token? {
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else { return text() }
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch next {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                let name = tag(from: index + 1)
                isAfterPre = name == "pre"
                return .start(name)
            case UInt8(ascii: "/"):
                isAfterPre = false
                return .end(tag(from: index + 2))
            case UInt8(ascii: "!"), UInt8(ascii: "?"): skipComment()
            default: return text()
            }
        }
        return nil
    }

    /// Reads a tag and returns its name. Attributes are skipped.
    private mutating func tag(from start: Int) -> String {
        var end = start
        while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "/") {
            end += 1
        }
        index = end
        var quote: UInt8?
        while index < bytes.count, quote != nil || bytes[index] != UInt8(ascii: ">") {
            if let open = quote {
                if bytes[index] == open { quote = nil }
            } else if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
                quote = bytes[index]
            }
            index += 1
        }
        index = min(bytes.count, index + 1)
        return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    }

    private mutating func skipComment() {
        let isComment = bytes[index...].starts(with: "<!--".utf8)
        index += isComment ? 4 : 2
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: ">"), !isComment || bytes[..<index].suffix(2).elementsEqual("--".utf8) {
                break
            }
            index += 1
        }
        index = min(bytes.count, index + 1)
    }

    private mutating func text() -> Token {
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        var raw = bytes[start..<index]
        // A line end directly after <pre> is not part of the text.
        if isAfterPre, raw.first == 0x0A { raw = raw.dropFirst() }
        isAfterPre = false
        guard raw.contains(UInt8(ascii: "&")) else { return .text(String(decoding: raw, as: UTF8.self)) }
        var text: [UInt8] = []
        while let byte = raw.first {
            if byte == UInt8(ascii: "&"), let (character, length) = Self.reference(raw) {
                text += character.utf8
                raw = raw.dropFirst(length)
            } else {
                text.append(byte)
                raw = raw.dropFirst()
            }
        }
        return .text(String(decoding: text, as: UTF8.self))
    }

    /// Returns the text and length of a character reference at the beginning of some bytes, or nil if there is none.
    private static func reference(_ bytes: ArraySlice<UInt8>) -> (String, Int)? {
        guard let end = bytes.prefix(40).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
        let length = end + 1 - bytes.startIndex
        guard name.hasPrefix("#") else { return EntityNames.text(of: name).map { ($0, length) } }
        let isHexadecimal = name.dropFirst().first == "x" || name.dropFirst().first == "X"
        let number = isHexadecimal ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
        guard let number else { return nil }
        let scalar = number == 0 ? nil : Unicode.Scalar(number)
        return (String(scalar ?? "\u{FFFD}"), length)
    }
}
