import TemaModel

/// A character encoding that Tema can read.
public struct TextEncoding: Sendable, Hashable {
    /// The name registered with IANA, such as `windows-1252`.
    public let name: String
    /// The name in glibc's iconv.
    let iconvName: String
    /// Whether each byte encodes one character.
    let isSingleByte: Bool

    /// Returns the encoding with a name or alias, or nil if it is not supported.
    ///
    /// Case, spaces and punctuation are ignored: `Latin-1` and `latin1` are the same name.
    public static func named(_ name: String) -> TextEncoding? {
        // A fast path for nearly all files: comparing a name is faster than folding it.
        name == "UTF-8" || name == "utf-8" ? utf8 : byName[folded(name)]
    }

    /// The names of all supported encodings.
    public static let known: [String] = table.map(\.encoding.name)

    static let utf8 = TextEncoding(name: "UTF-8", iconvName: "UTF-8", isSingleByte: false)
    /// UTF-16 whose byte order is determined by a byte-order mark or by the first `<`.
    package static let utf16 = TextEncoding(name: "UTF-16", iconvName: "UTF-16", isSingleByte: false)
    static let utf16LE = TextEncoding(name: "UTF-16LE", iconvName: "UTF-16LE", isSingleByte: false)
    static let utf16BE = TextEncoding(name: "UTF-16BE", iconvName: "UTF-16BE", isSingleByte: false)

    /// The size of a code unit in bytes. It is 1 for encodings of several bytes other than UTF-16.
    package var unitBytes: Int { self == .utf16LE || self == .utf16BE ? 2 : 1 }

    private typealias Row = (encoding: TextEncoding, aliases: [String])

    private static let table: [Row] =
        [
            (utf8, []), (utf16, ["ucs2", "iso10646ucs2"]), (utf16LE, []), (utf16BE, []),
            row("US-ASCII", "ASCII", aliases: ["ascii", "iso646us", "ansix341968"], single: true),
        ]
        + latin.map { part, aliases in row("ISO-8859-\(part)", "ISO-8859-\(part)", aliases: aliases, single: true) }
        + (1250...1258).map { page in row("windows-\(page)", "CP\(page)", aliases: ["cp\(page)"], single: true) }
        + [
            // Files labelled Shift_JIS are in practice in Microsoft's superset, in which `\` and `~` are ASCII.
            row("Shift_JIS", "CP932", aliases: ["sjis", "xsjis", "mskanji", "cp932", "ms932", "windows31j"]),
            row("EUC-JP", "EUC-JP", aliases: ["xeucjp"]),
            row("GB18030", "GB18030", aliases: ["gb2312", "gbk", "xgbk", "cp936", "ms936", "euccn"]),
            row("Big5", "BIG5", aliases: ["cnbig5", "xxbig5"]),
        ]

    /// The parts of ISO 8859 with their aliases. There is no part 12.
    private static let latin: [(Int, [String])] = [
        (1, ["latin1", "l1", "iso885911987", "cp819", "ibm819"]), (2, ["latin2", "l2"]), (3, ["latin3", "l3"]),
        (4, ["latin4", "l4"]), (5, ["cyrillic"]), (6, ["arabic"]), (7, ["greek"]), (8, ["hebrew", "iso88598i"]),
        (9, ["latin5", "l5"]), (10, ["latin6", "l6"]), (11, ["tis620"]), (13, ["latin7", "l7"]),
        (14, ["latin8", "l8"]), (15, ["latin9", "l9"]), (16, ["latin10", "l10"]),
    ]

    private static let byName: [String: TextEncoding] = {
        var names: [String: TextEncoding] = [:]
        for (encoding, aliases) in table {
            for name in [folded(encoding.name)] + aliases { names[name] = encoding }
        }
        return names
    }()

    private static func row(_ name: String, _ iconvName: String, aliases: [String], single: Bool = false) -> Row {
        (TextEncoding(name: name, iconvName: iconvName, isSingleByte: single), aliases)
    }

    private static func folded(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9") ~= $0 }))
            .lowercased()
    }
}

/// The encoding chosen for a file.
struct EncodingChoice {
    let encoding: TextEncoding
    /// The length of the byte-order mark in bytes.
    let markLength: Int
    /// A warning if the requested encoding and the byte-order mark disagree.
    var warning: Problem?

    /// Chooses the encoding from the first of these that is present: the requested encoding, the byte-order mark, the XML
    /// declaration, the byte order of a `<` in UTF-16 at the start of XML. The default is UTF-8. The encoding is never guessed
    /// from the text.
    ///
    /// - Parameter asked: The requested encoding.
    /// - Throws: A ``Problem`` if the encoding is not supported, or its byte order is unknown.
    init(_ beginning: ArraySlice<UInt8>, asked: TextEncoding?, isXML: Bool) throws(Problem) {
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

    /// Returns the variant of UTF-16 if the bytes start with `<` in it.
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
                    "UTF-16 was requested, but the byte order is unknown",
                    suggestion: "use --encoding UTF-16LE or --encoding UTF-16BE")
            }
            return EncodingChoice(found, markLength: mark?.length ?? 0)
        }
        guard let mark, mark.encoding != asked else { return EncodingChoice(asked, markLength: mark?.length ?? 0) }
        return EncodingChoice(
            asked,
            warning: Problem(
                "it begins with the byte-order mark of \(mark.encoding.name), but is read as \(asked.name) as requested",
                severity: .warning, suggestion: "omit --encoding for this file"))
    }

    private static func declared(_ name: String) throws(Problem) -> TextEncoding {
        guard let encoding = TextEncoding.named(name) else {
            throw Problem(
                "its XML declaration names the encoding “\(name)”, which is not supported",
                suggestion: "convert it to UTF-8, or name its actual encoding with --encoding", line: 1)
        }
        guard encoding.unitBytes == 1, encoding != .utf16 else {
            throw Problem(
                "its XML declaration names \(encoding.name), but its bytes are not UTF-16",
                suggestion: "name its actual encoding, for example --encoding UTF-8", line: 1)
        }
        return encoding
    }

    /// Throws a ``Problem`` if the first bytes are those of an encoding that is not supported.
    private static func refuseUnreadable(_ bytes: ArraySlice<UInt8>, isXML: Bool) throws(Problem) {
        guard bytes.count >= 4 else { return }
        switch bytes.prefix(4).reduce(UInt32(0), { $0 << 8 | UInt32($1) }) {
        // The byte-order mark or `<`, in either byte order.
        case 0xFFFE_0000, 0x0000_FEFF,
            0x3C00_0000 where isXML, 0x0000_003C where isXML:
            throw Problem("it is in UTF-32, which is not supported", suggestion: "convert it to UTF-8")
        case 0x4C6F_A794 where isXML:
            throw Problem("it is in EBCDIC, which is not supported", suggestion: "convert it to UTF-8")
        default: break
        }
    }
}

/// The encoding in the declaration `<?xml … ?>` at the start of a file.
package struct XMLDeclaration {
    /// The encoding's name as written.
    package let encoding: String
    /// The indices of the pseudo-attribute, from the `e` of `encoding` to its closing quote.
    let span: Range<Int>

    /// Finds the declaration in the first bytes of a file whose encoding is a superset of ASCII. Nil if there is no
    /// declaration or it names no encoding.
    ///
    /// - Throws: A ``Problem`` if the declaration does not end within those bytes. Otherwise libxml2 might use an encoding
    ///   that was not found here.
    package init?(_ beginning: ArraySlice<UInt8>) throws(Problem) {
        guard beginning.starts(with: "<?xml".utf8) else { return nil }
        var position = beginning.startIndex + 5
        guard position < beginning.endIndex, Self.isSpace(beginning[position]) else { return nil }
        guard let end = Self.end(of: beginning, from: position) else {
            throw Problem(
                "its XML declaration (<?xml …) is not closed", suggestion: "close it with ?>", line: 1, column: 1)
        }
        let inside = beginning[..<end]
        while position < end {
            if Self.isSpace(inside[position]), let found = Self.attribute(inside, at: position + 1) {
                (encoding, span) = found
                return
            }
            if Self.isQuote(inside[position]), let closing = inside[(position + 1)...].firstIndex(of: inside[position])
            {
                position = closing
            }
            position += 1
        }
        return nil
    }

    /// Reads the pseudo-attribute `encoding = "…"` if it starts at an index.
    private static func attribute(_ bytes: ArraySlice<UInt8>, at start: Int) -> (String, Range<Int>)? {
        guard start < bytes.endIndex, bytes[start] == UInt8(ascii: "e"), bytes[start...].starts(with: "encoding".utf8)
        else { return nil }
        var rest = bytes[(start + 8)...].drop(while: isSpace)
        guard rest.popFirst() == UInt8(ascii: "=") else { return nil }
        rest = rest.drop(while: isSpace)
        guard let quote = rest.popFirst(), isQuote(quote), let end = rest.firstIndex(of: quote) else { return nil }
        return (String(decoding: rest[..<end], as: UTF8.self), start..<(end + 1))
    }

    /// Returns the index of `?>`.
    private static func end(of bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        (start..<max(start, bytes.endIndex - 1)).first {
            bytes[$0] == UInt8(ascii: "?") && bytes[$0 + 1] == UInt8(ascii: ">")
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
}
