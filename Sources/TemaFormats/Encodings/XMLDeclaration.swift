import TemaModel

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
        var at = beginning.startIndex + 5
        guard at < beginning.endIndex, Self.isSpace(beginning[at]) else { return nil }
        guard let end = Self.end(of: beginning, from: at) else {
            throw Problem(
                "its XML declaration (<?xml …) is not closed", suggestion: "close it with ?>", line: 1, column: 1)
        }
        let inside = beginning[..<end]
        while at < end {
            if Self.isSpace(inside[at]), let found = Self.attribute(inside, at: at + 1) {
                (encoding, span) = found
                return
            }
            if Self.isQuote(inside[at]), let closing = inside[(at + 1)...].firstIndex(of: inside[at]) { at = closing }
            at += 1
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
