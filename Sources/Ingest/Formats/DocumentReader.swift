public import Model

/// A format that documents are read from.
public protocol DocumentReader: Sendable {
    /// What `--from` takes.
    static var name: String { get }
    /// One line for help.
    static var summary: String { get }
    /// Endings of file names, in lower case, without the dot.
    static var extensions: [String] { get }
    /// Whether libxml2 reads it, so that an XML declaration says its encoding.
    static var isXML: Bool { get }
    /// Whether the first bytes of an input look like it.
    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool
    /// Reads an input to its end and delivers its documents, one at a time.
    ///
    /// - Throws: A ``Problem`` that makes the rest of the input useless. What concerns one document of several is
    ///   reported to the sink, and reading goes on.
    static func read(_ input: UTF8Input, into sink: DocumentSink) throws(Problem)
}

/// Where documents go, and what was wrong with those that do not.
public struct DocumentSink {
    public let deliver: (Document) throws(Problem) -> Void
    public let report: (Problem) -> Void

    public init(
        deliver: @escaping (Document) throws(Problem) -> Void, report: @escaping (Problem) -> Void
    ) {
        self.deliver = deliver
        self.report = report
    }
}

/// All formats that Tema reads. The order decides which is asked first about an input without a telling name.
public enum DocumentReaders {
    public static let all: [any DocumentReader.Type] = [
        JATSReader.self, JSONLinesReader.self, MarkdownReader.self, PlainTextReader.self,
    ]

    public static func named(_ name: String) -> (any DocumentReader.Type)? {
        all.first { $0.name == name }
    }

    /// The format of an input: by its name's ending, else by its first bytes.
    static func reader(for path: InputPath, _ source: ByteSource) throws(Problem) -> any DocumentReader.Type {
        if let ending = path.fileExtension, let reader = all.first(where: { $0.extensions.contains(ending) }) {
            return reader
        }
        let beginning = try source.beginning(1 << 10)
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = beginning.starts(with: mark) ? beginning[3...] : beginning[...]
        return all.first { $0.recognises(text) } ?? PlainTextReader.self
    }
}
