import TemaFormats
import TemaModel

/// Delivers the documents of references one by one, and reports references without text.
struct ReferenceList {
    let source: ByteSource
    let sink: DocumentSink
    /// The number of references so far, including reported ones.
    private(set) var count = 0

    init(_ source: ByteSource, _ sink: DocumentSink) { (self.source, self.sink) = (source, sink) }

    /// Delivers the document of a reference, or reports why there is none.
    ///
    /// The id is the PMC id, else the DOI, the PMID, the key, or the name of the file with the number of the reference.
    ///
    /// - Throws: Any error thrown by the sink.
    mutating func take(_ reference: Reference) throws(Problem) {
        count += 1
        let metadata = reference.metadata
        let id =
            metadata.pmcid ?? metadata.doi ?? metadata.pmid ?? reference.key ?? "\(source.documentName)#\(count)"
        let document: Document
        do throws(Problem) { document = try reference.document(id: id, of: source) } catch {
            var problem = error
            problem.line = reference.line
            return sink.report(problem)
        }
        try sink.deliver(document)
    }

    mutating func report(_ problem: Problem) {
        count += 1
        sink.report(problem)
    }

    /// Ends the list.
    ///
    /// - Parameter format: The name of the format for the message.
    /// - Throws: A ``Problem`` if there was no reference.
    func finish(_ format: String) throws(Problem) {
        guard count > 0 else {
            throw Problem(
                "it contains no references", kind: .noDocument,
                suggestion: "it was read as \(format); check its format")
        }
    }
}
