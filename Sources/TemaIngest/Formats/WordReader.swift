import TemaFormats
import TemaModel

/// Reads documents of Word, and of the programs that write its format.
enum WordReader: DocumentReader {
    static let name = "docx"
    static let summary = "documents of Word (.docx)"
    static let extensions = ["docx"]

    /// A ZIP file whose first member is one of those that such a document has.
    static func recognises(_ beginning: InputBeginning) -> Bool {
        guard beginning.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
        let name = beginning.bytes.dropFirst(30)
        return ["[Content_Types].xml", "_rels/", "word/", "docProps/"].contains { name.starts(with: Array($0.utf8)) }
    }

    /// - Throws: A ``Problem`` where it is no such document, is encrypted or damaged, or there is no text in it.
    static func read(
        _ source: ByteSource, encoding: TextEncoding?, buffers _: ReadingBuffers, into sink: DocumentSink
    ) throws(Problem) {
        let beginning = try source.beginning(8)
        guard !beginning.isEmpty else { throw TextCheck.empty }
        guard !beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
            throw Problem(
                "this is an encrypted document, or one of an old Word (.doc)",
                suggestion: "save it as .docx without a password")
        }
        let parts = try WordParts(source)
        let styles = try WordStyles(parts.read("word/styles.xml"))
        let text = WordHandler(styles)
        guard let main = parts.read(parts.main) else {
            throw Problem("there is no Word document in it", suggestion: "Tema reads .docx; is it another format?")
        }
        try XMLEvents.read(try parts.input(main), text)
        for name in ["word/footnotes.xml", "word/endnotes.xml"] {
            guard let notes = parts.read(name) else { continue }
            text.beginNotes()
            try XMLEvents.read(try parts.input(notes), text)
        }
        var document = try text.document(source)
        for part in parts.leftOut {
            let characters = try WordHandler.characters(of: try parts.input(part.bytes))
            if characters > 0 { document.ledger.add(part.name, .notText, characters: characters) }
        }
        guard !document.passages.isEmpty else {
            throw Problem("there is no text in this document", suggestion: "leave it out")
        }
        try parts.readMetadata(&document.metadata)
        try sink.deliver(document)
    }
}
