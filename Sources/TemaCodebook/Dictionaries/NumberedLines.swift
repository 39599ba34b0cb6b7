/// The lines of a text with LF, CR LF or CR line ends, with their numbers from 1.
struct NumberedLines: Sequence, IteratorProtocol {
    struct Line {
        let number: Int
        let text: String

        /// The number of tabs and spaces at its start.
        var indent: Int { text.utf8.prefix { $0 == 0x09 || $0 == 0x20 }.count }
        var trimmed: String { text.trimmedOfSpace }
    }

    private var rest: Substring.UTF8View
    private var number = 0

    init(_ text: String) { rest = text.utf8[...] }

    /// Returns the non-empty lines at the beginning of a file. The last one may be incomplete. Zero bytes, as in
    /// UTF-16, are removed.
    static func first(_ beginning: ArraySlice<UInt8>) -> [Line] {
        let text = String(decoding: beginning.filter { $0 != 0 }, as: UTF8.self)
        return NumberedLines(String(text.drop { $0 == "\u{FEFF}" || $0 == "\u{FFFD}" })).filter { !$0.trimmed.isEmpty }
    }

    mutating func next() -> Line? {
        guard !rest.isEmpty else { return nil }
        let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
        rest = rest[line.endIndex...]
        if let end = rest.first {
            rest = rest.dropFirst()
            if end == 0x0D, rest.first == 0x0A { rest = rest.dropFirst() }
        }
        number += 1
        return Line(number: number, text: String(Substring(line)))
    }
}

extension StringProtocol {
    /// The text without white space at both ends.
    var trimmedOfSpace: String {
        let tail = drop(while: \.isWhitespace)
        guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(tail[...last])
    }
}
