import TemaFormats
import TemaModel

/// Reads Word documents (.docx) written by any program.
enum WordReader: DocumentReader {
    static let name = "docx"
    static let summary = "Word documents (.docx)"
    static let extensions = ["docx"]

    /// Whether the bytes are a ZIP file whose first member is typical for a Word document.
    static func recognises(_ beginning: InputBeginning) -> Bool {
        guard beginning.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
        let name = beginning.bytes.dropFirst(30)
        return ["[Content_Types].xml", "_rels/", "word/", "docProps/"].contains { name.starts(with: Array($0.utf8)) }
    }

    /// Delivers the file as one document.
    ///
    /// - Throws: A ``Problem`` if the file is not a Word document, is encrypted or damaged, exceeds a limit, or
    ///   contains no text; any error thrown by the sink.
    static func read(
        _ source: ByteSource, encoding: TextEncoding?, buffers _: ReadingBuffers, into sink: DocumentSink
    ) throws(Problem) {
        let beginning = try source.beginning(8)
        guard !beginning.isEmpty else { throw TextCheck.empty }
        guard !beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
            throw Problem(
                "this is an encrypted document or an old Word document (.doc)",
                suggestion: "save it as .docx without a password")
        }
        let parts = try WordParts(source)
        let styles = try WordStyles(parts.read("word/styles.xml"))
        let text = WordHandler(styles)
        guard let main = parts.read(parts.main) else {
            throw Problem("it contains no Word document", suggestion: "it was read as .docx; check its format")
        }
        try XMLEvents.read(try parts.input(main), text)
        for name in ["word/footnotes.xml", "word/endnotes.xml"] {
            guard let notes = parts.read(name) else { continue }
            try text.beginNotes()
            try XMLEvents.read(try parts.input(notes), text)
        }
        var document = try text.document(source)
        for part in parts.leftOut {
            let characters = try parts.characters(of: part.bytes)
            if characters > 0 { document.ledger.add(part.name, .notText, characters: characters) }
        }
        guard !document.passages.isEmpty else {
            throw Problem("this document contains no text", suggestion: "omit it")
        }
        try parts.readMetadata(&document.metadata)
        try sink.deliver(document)
    }
}
