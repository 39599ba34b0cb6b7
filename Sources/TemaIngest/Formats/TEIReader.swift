import TemaFormats
import TemaModel

/// Reads articles in TEI, as GROBID makes them of PDFs.
enum TEIReader: TextReader {
    static let name = "tei"
    static let summary = "articles in TEI, as GROBID writes it (.xml, .tei)"
    static let extensions = ["xml", "tei"]
    static let isXML = true

    static func recognises(_ beginning: InputBeginning) -> Bool {
        let root = beginning.rootName
        return root == "TEI" || root == "teiCorpus" || root == "TEI.2"
    }

    /// Delivers each `TEI` as it ends.
    static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        let handler = TEIHandler(input.source, sink)
        try XMLEvents.read(input, handler)
        guard handler.count > 0 else {
            throw Problem("there is no <TEI> in it", suggestion: "Tema reads it as TEI; is it another format?")
        }
    }
}
