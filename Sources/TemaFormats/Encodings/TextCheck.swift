import TemaModel

/// What holds for every text that is read, seen while it passes: UTF-8, no NUL, and at the end more than white space.
package struct TextCheck {
    private var check: UTF8Check
    private var hasInk = false

    /// - Parameter offset: Where the first byte that passes stands in its file.
    package init(from offset: Int) {
        check = UTF8Check(from: offset)
    }

    package mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
        let start = check.position
        if let zero = bytes.firstIndex(of: 0) { throw Self.binary(at: start + zero) }
        if let bad = check.feed(bytes) { throw Self.notUTF8(at: bad) }
        if !hasInk { hasInk = !bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } }
    }

    package func finish() throws(Problem) {
        if let cut = check.finish() { throw Self.notUTF8(at: cut) }
        guard hasInk else { throw Self.empty }
    }

    package static let empty = Problem("it is empty", suggestion: "leave it out")

    static func binary(at offset: Int) -> Problem {
        Problem(
            "a NUL byte: this looks like a binary file, or like UTF-16 without its byte-order mark",
            suggestion: "if it is text, name its encoding, for example --encoding UTF-16LE", byte: offset)
    }

    static func notUTF8(at offset: Int) -> Problem {
        Problem(
            "here it is not UTF-8", suggestion: "name its encoding, for example --encoding windows-1252, or convert it",
            byte: offset)
    }
}
