import TemaFormats
import TemaModel

/// Reads articles in TEI XML, as produced from PDF files by GROBID.
enum TEIReader: TextReader {
    static let name = "tei"
    static let summary = "articles in TEI XML, as written by GROBID (.xml, .tei)"
    static let extensions = ["xml", "tei"]
    static let isXML = true

    static func recognises(_ beginning: InputBeginning) -> Bool {
        let root = beginning.rootName
        return root == "TEI" || root == "teiCorpus" || root == "TEI.2"
    }

    /// Delivers each `TEI` element as a document when the element ends.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read, is not well-formed, exceeds a limit, or contains no `TEI`
    ///   element; any error thrown by the sink.
    static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        let handler = TEIHandler(input.source, sink)
        try XMLEvents.read(input, handler)
        guard handler.count > 0 else {
            throw Problem(
                "it contains no <TEI>", kind: .noDocument, suggestion: "it was read as TEI; check its format")
        }
    }
}
