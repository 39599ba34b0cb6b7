internal import CPosix
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
            "NUL byte: this looks like a binary file, or like UTF-16 without a byte-order mark", kind: .encoding,
            suggestion: "if it is text, name its encoding, for example --encoding UTF-16LE", byte: offset)
    }

    static func notUTF8(at offset: Int) -> Problem {
        Problem(
            "not valid UTF-8", kind: .encoding,
            suggestion: "name its encoding, for example --encoding windows-1252, or convert it to UTF-8", byte: offset)
    }
}

/// Finds ill-formed UTF-8 (The Unicode Standard, section 3.9, table 3-7) in a stream of chunks.
package struct UTF8Check {
    /// The number of complete sequences of two or more bytes so far.
    private(set) var sequences = 0
    /// The offset of the next byte.
    private(set) var position: Int
    private var start = 0
    private var missing = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF
    private let refusesNoncharacters: Bool
    /// Whether the bytes of the current sequence are also the first bytes of U+FFFE and U+FFFF.
    private var mayBeNoncharacter = false

    /// Creates a check.
    ///
    /// - Parameters:
    ///   - position: The offset of the first byte.
    ///   - refusesNoncharacters: Whether U+FFFE and U+FFFF count as ill-formed, because XML does not allow them.
    package init(from position: Int = 0, refusesNoncharacters: Bool = false) {
        self.position = position
        self.refusesNoncharacters = refusesNoncharacters
    }

    /// Checks the next bytes. Must not be called again after it has returned an offset.
    ///
    /// - Returns: The offset of the first ill-formed sequence, or nil if there is none so far.
    package mutating func feed(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var index = 0
        while index < bytes.count {
            if missing == 0 {
                index = Self.endOfASCII(bytes, from: index)
                if index == bytes.count { break }
                start = position + index
                guard begin(bytes[index]) else { return start }
            } else {
                guard allowed.contains(bytes[index]) else { return start }
                // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
                mayBeNoncharacter = mayBeNoncharacter && bytes[index] == 0xBF
                allowed = mayBeNoncharacter ? 0x80...0xBD : 0x80...0xBF
                missing -= 1
                if missing == 0 { sequences += 1 }
            }
            index += 1
        }
        position += bytes.count
        return nil
    }

    /// Returns the offset of an incomplete sequence at the end, or nil if there is none.
    package func finish() -> Int? { missing > 0 ? start : nil }

    private mutating func begin(_ lead: UInt8) -> Bool {
        switch lead {
        case 0xC2...0xDF: (missing, allowed) = (1, 0x80...0xBF)
        case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
        case 0xED: (missing, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF:
            (missing, allowed) = (2, 0x80...0xBF)
            mayBeNoncharacter = refusesNoncharacters && lead == 0xEF
        case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: (missing, allowed) = (3, 0x80...0xBF)
        case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
        default: return false
        }
        return true
    }

    /// Returns the offset of the first byte that is not ASCII. Compares 64 bytes at a time, because most text is ASCII.
    private static func endOfASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        func sixteen(_ index: Int) -> SIMD16<UInt8> {
            bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        }
        var index = start
        while index + 64 <= bytes.count {
            let all = sixteen(index) | sixteen(index + 16) | sixteen(index + 32) | sixteen(index + 48)
            guard bytes_highest_bits(all) == 0 else { break }
            index += 64
        }
        while index + 16 <= bytes.count {
            let high = bytes_highest_bits(sixteen(index))
            if high != 0 { return index + high.trailingZeroBitCount }
            index += 16
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }
}

/// File formats that are not text, recognized by their first bytes.
enum ForeignFormat {
    /// Throws a ``Problem`` that names the format if the first bytes are those of a format that is not text.
    static func refuse(_ beginning: ArraySlice<UInt8>) throws(Problem) {
        if isBzip2(beginning) { throw Problem("this is a bzip2 file, not text", suggestion: unpack) }
        guard let first = beginning.first, firstBytes.contains(first) else { return }
        for (signature, what, suggestion) in table where beginning.starts(with: signature) {
            throw Problem("this is \(what), not text", suggestion: suggestion)
        }
    }

    /// Whether the bytes are `BZh`, any byte, and the block magic (the first digits of pi). `BZh` alone could begin a text.
    private static func isBzip2(_ beginning: ArraySlice<UInt8>) -> Bool {
        beginning.starts(with: Array("BZh".utf8)) && beginning.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26])
    }

    private static let unpack = "unpack it, and pass the files in it"
    private static let saveAsText = "save it as plain text (UTF-8) in the program that made it"

    private static let firstBytes = table.compactMap(\.signature.first)

    private static let table: [(signature: [UInt8], what: String, suggestion: String)] = [
        (Array("%PDF-".utf8), "a PDF", "give it the extension .pdf, or use --from pdf"),
        (
            [0x50, 0x4B, 0x03, 0x04], "a ZIP archive, as Word, Excel, OpenDocument and EPUB files are",
            "give a Word document the extension .docx; for other files, \(saveAsText), or \(unpack)"
        ),
        ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive", "choose another file"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Microsoft Office file", saveAsText),
        (Array("{\\rtf".utf8), "a rich text file (RTF)", saveAsText),
        ([0x1F, 0x8B], "a gzip file", unpack),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz file", unpack),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file", unpack),
        (
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "an image (PNG)",
            "convert it to text by OCR"
        ),
        ([0xFF, 0xD8, 0xFF], "an image (JPEG)", "convert it to text by OCR"),
        (Array("SQLite format 3\0".utf8), "an SQLite database", "export its texts as .txt or .jsonl files"),
    ]
}
