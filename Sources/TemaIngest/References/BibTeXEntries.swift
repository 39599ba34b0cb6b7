import TemaFormats
import TemaModel

/// A reader of the unparsed entries of a BibTeX file. Text between entries is a comment.
struct BibTeXEntries {
    struct Entry {
        /// The type in lower case, such as `article`, `string` or `comment`.
        let type: String
        /// The bytes between the outer braces or parentheses.
        let content: [UInt8]
        /// The line where the entry begins, from 1.
        let line: Int
    }

    private var lines: ByteLines
    private var line: ArraySlice<UInt8> = []
    private var number = 0

    init(_ input: UTF8Input) { lines = ByteLines(input) }

    /// Returns the next entry, or nil at the end.
    ///
    /// - Parameter report: Receives the problem of a malformed entry. The entry is skipped.
    /// - Throws: A ``Problem`` if the input cannot be read or a line is too long.
    mutating func next(_ report: (Problem) -> Void) throws(Problem) -> Entry? {
        while true {
            guard let position = line.firstIndex(of: UInt8(ascii: "@")) else {
                guard try nextLine() else { return nil }
                continue
            }
            line = line[(position + 1)...]
            if let entry = try entry(report) { return entry }
        }
    }

    private mutating func nextLine() throws(Problem) -> Bool {
        guard let next = try lines.next() else {
            line = []
            return false
        }
        line = next
        number += 1
        return true
    }

    /// Reads the entry after an `@`. Returns nil if there is no entry or the entry is malformed.
    private mutating func entry(_ report: (Problem) -> Void) throws(Problem) -> Entry? {
        let begun = number
        let type = String(decoding: line.prefix(while: Self.isLetter), as: UTF8.self).lowercased()
        line = line.dropFirst(type.utf8.count).drop(while: isXMLSpace)
        guard !type.isEmpty else { return nil }
        if line.isEmpty, try !nextLine() { return nil }
        line = line.drop(while: isXMLSpace)
        guard let opening = line.first, opening == UInt8(ascii: "{") || opening == UInt8(ascii: "(") else { return nil }
        line = line.dropFirst()
        var scan = Scan(isParenthesised: opening == UInt8(ascii: "("))
        var content: [UInt8] = []
        while true {
            if let end = scan.end(in: line) {
                content += line[..<end]
                line = line[(end + 1)...]
                guard content.count <= Limits.documentBytes else { break }
                return Entry(type: type, content: content, line: begun)
            }
            // The rest of an entry that is too long is skipped, up to its end.
            if content.count <= Limits.documentBytes { content += line + [0x0A] }
            guard try nextLine(), !Self.beginsEntry(line) else {
                if type != "comment" {
                    report(
                        Problem(
                            "the braces of this entry are not closed", suggestion: "close them; the entry is skipped",
                            line: begun))
                }
                return nil
            }
        }
        report(DocumentBuilder.tooLong(line: begun))
        return nil
    }

    /// Whether a line begins an entry. The previous entry then ends even if its braces are not balanced.
    private static func beginsEntry(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.first == UInt8(ascii: "@") else { return false }
        let rest = line.dropFirst().drop(while: isLetter)
        return rest.startIndex > line.startIndex + 1 && rest.drop(while: isXMLSpace).first == UInt8(ascii: "{")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// A search for the end of an entry. Braces must be balanced, also within quotes.
    private struct Scan {
        let isParenthesised: Bool
        private var depth = 0
        private var isQuoted = false

        init(isParenthesised: Bool) { self.isParenthesised = isParenthesised }

        /// Returns the index of the closing brace or parenthesis, or nil if the entry continues after this line.
        mutating func end(in line: ArraySlice<UInt8>) -> Int? {
            for position in line.indices {
                switch line[position] {
                case UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: "}"):
                    if depth == 0, !isParenthesised { return position }
                    depth = max(0, depth - 1)
                case UInt8(ascii: "\"") where depth == 0: isQuoted.toggle()
                case UInt8(ascii: ")") where depth == 0 && isParenthesised && !isQuoted: return position
                default: break
                }
            }
            return nil
        }
    }
}
