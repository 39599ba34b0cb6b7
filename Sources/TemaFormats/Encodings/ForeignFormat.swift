import TemaModel

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
