import TemaFormats
import TemaIngest
import TemaModel

/// A coded document as a line of a coded file. Offsets are in Unicode scalars of the text, which the line does not contain.
struct CodedDocumentLine {
    /// The document. Its text is empty, and its spans are in Unicode scalars of the text that was coded.
    private(set) var coded = CodedDocument(document: Document(id: ""))
    /// The SHA-256 hash of the text, as hexadecimal digits.
    private(set) var hash = ""

    /// Returns the line of a document, with its line end.
    static func line(_ coded: CodedDocument, at place: InputPlace) -> [UInt8] {
        let document = coded.document
        var members = [
            ("type", JSONText.string(CodedFile.LineType.document.rawValue)), ("place", place.json),
            ("id", JSONText.string(document.id)),
        ]
        if let parent = document.parent { members.append(("parent", JSONText.string(parent))) }
        members += [
            ("source", JSONText.string(document.source)), ("hash", JSONText.string(SHA256.hex(document.text.utf8))),
            ("metadata", document.metadata.json), ("languages", JSONText.list(document.languages.map(JSONText.string))),
        ]
        var line = Array(JSONText.object(members).utf8.dropLast())
        CodedColumns(coded).append(to: &line)
        line += "}\n".utf8
        return line
    }

    /// Reads the line of a document.
    ///
    /// - Parameters:
    ///   - rest: The line after its place.
    ///   - codes: The codes of the file's codebook.
    /// - Throws: A ``Problem`` if the line is not a document.
    init(_ rest: JSONCursor, _ codes: CodeList) throws(Problem) {
        var document = Document(id: "")
        var columns = CodedColumns()
        var hash = ""
        var cursor = rest
        try cursor.rest { name, cursor throws(Problem) in
            switch name {
            case "id": document.id = try cursor.string()
            case "parent": document.parent = try cursor.string()
            case "source": document.source = try cursor.string()
            case "hash": hash = try cursor.string()
            case "metadata": document.metadata = try Metadata(json: cursor.value())
            case "languages": document.languages = try cursor.strings()
            default: try columns.read(name, &cursor)
            }
        }
        try cursor.end()
        guard !document.id.isEmpty, hash.utf8.count == 64 else { throw Problem("the document has no id or hash") }
        self.hash = hash
        coded = try columns.document(document, codes)
    }
}
