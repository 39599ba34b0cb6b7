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
