import TemaFormats
import TemaModel

/// Reads references in PubMed XML: articles and books, with structured abstracts.
enum PubMedReader: TextReader {
    static let name = "pubmed"
    static let summary = "references with abstracts in PubMed XML (.xml)"
    static let extensions = ["xml"]
    static let isXML = true

    static func recognises(_ beginning: InputBeginning) -> Bool {
        let roots = ["PubmedArticleSet", "PubmedBookArticleSet", "PubmedArticle", "PubmedBookArticle"]
        return beginning.rootName.map(roots.contains) ?? false
    }

    /// Delivers each reference as it is read. References before a syntax error are therefore delivered.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read, is not well-formed, or contains no reference; any error
    ///   thrown by the sink.
    static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        var list = ReferenceList(input.source, sink)
        try XMLTree.each(of: ["PubmedArticle", "PubmedBookArticle"], input) { record throws(Problem) in
            try list.take(PubMedRecord(record).reference)
        }
        try list.finish("PubMed XML")
    }
}
