import TemaModel

/// Checks a text in chunks: it must be UTF-8, without NUL, and contain more than white space.
package struct TextCheck {
    private var check: UTF8Check
    /// Whether a byte other than white space has been checked.
    private var hasInk = false

    /// Creates a check.
    ///
    /// - Parameter offset: The offset of the first byte in its file.
    package init(from offset: Int) {
        check = UTF8Check(from: offset)
    }

    /// Checks the next bytes.
    ///
    /// - Throws: A ``Problem`` with the byte's offset if there is a NUL, or the bytes are not UTF-8.
    package mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
        let start = check.position
        if let zero = bytes.firstIndex(of: 0) { throw Self.binary(at: start + zero) }
        if let bad = check.feed(bytes) { throw Self.notUTF8(at: bad) }
        if !hasInk { hasInk = !bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } }
    }

    /// Checks the end of the text.
    ///
    /// - Throws: A ``Problem`` if the last character is incomplete, or the text is empty or only white space.
    package func finish() throws(Problem) {
        if let cut = check.finish() { throw Self.notUTF8(at: cut) }
        guard hasInk else { throw Self.empty }
    }

    /// The problem of an empty text.
    package static let empty = Problem("it is empty", suggestion: "omit it")

    static func binary(at offset: Int) -> Problem {
        Problem(
            "NUL byte: this looks like a binary file, or like UTF-16 without a byte-order mark",
            suggestion: "if it is text, name its encoding, for example --encoding UTF-16LE", byte: offset)
    }

    static func notUTF8(at offset: Int) -> Problem {
        Problem(
            "not valid UTF-8",
            suggestion: "name its encoding, for example --encoding windows-1252, or convert it to UTF-8", byte: offset)
    }
}
