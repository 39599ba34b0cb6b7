public import Model

/// Reads the documents of one input, whatever its format and encoding.
public enum Ingest {
    /// - Parameters:
    ///   - path: Where the bytes stand; its ending may tell their format.
    ///   - format: The format to read it as; by name and content where none is given.
    ///   - encoding: The encoding to read it in; see ``UTF8Input`` for what decides where none is given.
    /// - Throws: A ``Problem`` that names the input and says why it, or the rest of it, could not be read.
    public static func read(
        _ source: ByteSource, _ path: InputPath, as format: (any DocumentReader.Type)? = nil,
        encoding: TextEncoding? = nil, into sink: DocumentSink
    ) throws(Problem) {
        do throws(Problem) {
            let reader = if let format { format } else { try DocumentReaders.reader(for: path, source) }
            let named = DocumentSink(deliver: sink.deliver, report: { sink.report($0.inFile(source.name)) })
            try reader.read(source, encoding: encoding, into: named)
        } catch {
            throw error.inFile(source.name)
        }
    }
}
