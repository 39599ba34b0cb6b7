import TemaFormats
import TemaModel

/// Reads references in PubMed's XML: articles and books, with structured abstracts.
public enum PubMedReader: TextReader {
    public static let name = "pubmed"
    public static let summary = "references with abstracts in PubMed's XML (.xml)"
    public static let extensions = ["xml"]
    public static let isXML = true

    public static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        let roots = ["PubmedArticleSet", "PubmedBookArticleSet", "PubmedArticle", "PubmedBookArticle"]
        return InputBeginning.rootName(beginning).map(roots.contains) ?? false
    }

    /// References are given as they are read: those before a fault stand.
    public static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        var list = ReferenceList(input.source, sink)
        try XMLTree.each(of: ["PubmedArticle", "PubmedBookArticle"], input) { record throws(Problem) in
            try list.take(PubMedRecord(record).reference)
        }
        try list.finish("PubMed's XML")
    }
}
