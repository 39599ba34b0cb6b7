import TemaModel

/// How a file is to be decoded, and what said so.
struct EncodingChoice {
    package let encoding: TextEncoding
    /// Bytes of the byte-order mark, which are no text.
    let markLength: Int
    /// Said where two authorities disagree.
    var warning: Problem?

    /// Decides, in this order: what the person asked for, the byte-order mark, the XML declaration, the zeros beside
    /// the first `<` of UTF-16, and at last UTF-8. Nothing is guessed from the letters.
    package init(_ beginning: ArraySlice<UInt8>, asked: TextEncoding?, isXML: Bool) throws(Problem) {
        let mark = Self.mark(beginning)
        if let asked {
            self = try Self.asked(asked, mark: mark, beginning: beginning)
            return
        }
        try Self.refuseUnreadable(beginning, isXML: isXML)
        if let mark {
            self.init(mark.encoding, markLength: mark.length)
        } else if isXML, let declaration = try XMLDeclaration(beginning) {
            self.init(try Self.declared(declaration.encoding))
        } else {
            self.init((isXML ? Self.utf16Pattern(beginning) : nil) ?? .utf8)
        }
    }

    private init(_ encoding: TextEncoding, markLength: Int = 0, warning: Problem? = nil) {
        self.encoding = encoding
        self.markLength = markLength
        self.warning = warning
    }

    private typealias Mark = (encoding: TextEncoding, length: Int)

    private static func mark(_ bytes: ArraySlice<UInt8>) -> Mark? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return nil }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
        return nil
    }

    /// `<` with a zero beside it.
    private static func utf16Pattern(_ bytes: ArraySlice<UInt8>) -> TextEncoding? {
        if bytes.starts(with: [0x3C, 0x00]) { return .utf16LE }
        if bytes.starts(with: [0x00, 0x3C]) { return .utf16BE }
        return nil
    }

    private static func asked(
        _ asked: TextEncoding, mark: Mark?, beginning: ArraySlice<UInt8>
    ) throws(Problem) -> EncodingChoice {
        if asked == .utf16 {
            guard let found = mark?.encoding ?? utf16Pattern(beginning), found != .utf8 else {
                throw Problem(
                    "UTF-16 was asked for, and nothing tells its byte order",
                    suggestion: "say --encoding UTF-16LE or --encoding UTF-16BE")
            }
            return EncodingChoice(found, markLength: mark?.length ?? 0)
        }
        guard let mark, mark.encoding != asked else { return EncodingChoice(asked, markLength: mark?.length ?? 0) }
        return EncodingChoice(
            asked,
            warning: Problem(
                "it begins with the byte-order mark of \(mark.encoding.name), and is read as \(asked.name) as asked",
                severity: .warning, suggestion: "leave --encoding away for this file"))
    }

    private static func declared(_ name: String) throws(Problem) -> TextEncoding {
        guard let encoding = TextEncoding.named(name) else {
            throw Problem(
                "its XML declaration names the encoding “\(name)”, which Tema does not read",
                suggestion: "convert it to UTF-8, or name the encoding that it really has with --encoding", line: 1)
        }
        guard encoding.unitBytes == 1, encoding != .utf16 else {
            throw Problem(
                "its XML declaration says \(encoding.name), but its bytes are not UTF-16",
                suggestion: "name the encoding that it really has, for example --encoding UTF-8", line: 1)
        }
        return encoding
    }

    /// Encodings known by their first bytes that Tema does not read.
    private static func refuseUnreadable(_ bytes: ArraySlice<UInt8>, isXML: Bool) throws(Problem) {
        guard bytes.count >= 4 else { return }
        switch bytes.prefix(4).reduce(UInt32(0), { $0 << 8 | UInt32($1) }) {
        // The byte-order mark or `<`, in either byte order.
        case 0xFFFE_0000, 0x0000_FEFF,
            0x3C00_0000 where isXML, 0x0000_003C where isXML:
            throw Problem("it is written in UTF-32, which Tema does not read", suggestion: "convert it to UTF-8")
        case 0x4C6F_A794 where isXML:
            throw Problem("it is written in EBCDIC, which Tema does not read", suggestion: "convert it to UTF-8")
        default: break
        }
    }
}
