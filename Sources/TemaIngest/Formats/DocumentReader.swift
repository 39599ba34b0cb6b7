public import TemaFormats
public import TemaModel

/// A format that documents are read from.
public protocol DocumentReader: Sendable {
    /// What `--from` takes.
    static var name: String { get }
    /// One line for help.
    static var summary: String { get }
    /// Endings of file names, in lower case, without the dot.
    static var extensions: [String] { get }
    /// Whether the first bytes of an input look like it.
    static func recognises(_ beginning: InputBeginning) -> Bool
    /// Reads an input to its end and delivers its documents, one at a time.
    ///
    /// - Parameters:
    ///   - encoding: The encoding that was asked for. Formats whose files always declare it ignore it.
    ///   - buffers: Memory that is reused from one input to the next.
    /// - Throws: A ``Problem`` that makes the rest of the input useless. What concerns one document of several is
    ///   reported to the sink, and reading goes on.
    static func read(
        _ source: ByteSource, encoding: TextEncoding?, buffers: ReadingBuffers, into sink: DocumentSink
    ) throws(Problem)
}

extension DocumentReader {
    /// Reads one input, with buffers of its own.
    public static func read(
        _ source: ByteSource, encoding: TextEncoding?, into sink: DocumentSink
    ) throws(Problem) {
        try read(source, encoding: encoding, buffers: ReadingBuffers(), into: sink)
    }
}

/// A format whose files are text in some encoding.
public protocol TextReader: DocumentReader {
    /// Whether libxml2 reads it as XML, so that an XML declaration says its encoding.
    static var isXML: Bool { get }
    static func read(_ input: UTF8Input, _ buffers: ReadingBuffers, into sink: DocumentSink) throws(Problem)
}

extension TextReader {
    public static func read(
        _ source: ByteSource, encoding: TextEncoding?, buffers: ReadingBuffers, into sink: DocumentSink
    ) throws(Problem) {
        let input = try UTF8Input(source, encoding: encoding, isXML: isXML)
        try read(input, buffers, into: sink)
        for warning in input.warnings { sink.report(warning) }
    }
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

/// All formats that Tema reads. Of several that share an ending, or where no name tells, the first that recognises an
/// input reads it; so what takes nearly everything stands last.
public enum DocumentReaders {
    public static let all: [any DocumentReader.Type] = [
        PubMedReader.self, EndNoteReader.self, TEIReader.self, HTMLReader.self, JATSReader.self, PDFReader.self,
        WordReader.self, RISReader.self, MEDLINEReader.self, BibTeXReader.self, CSLJSONReader.self,
        JSONLinesReader.self, MarkdownReader.self, PlainTextReader.self,
    ]

    public static func named(_ name: String) -> (any DocumentReader.Type)? {
        all.first { $0.name == name }
    }

    /// The formats that have an ending, in the order of ``all``.
    private static let byExtension: [String: [any DocumentReader.Type]] = {
        var readers: [String: [any DocumentReader.Type]] = [:]
        for reader in all {
            for ending in reader.extensions { readers[ending, default: []].append(reader) }
        }
        return readers
    }()

    /// The endings of all of them.
    public static let extensions: Set<String> = Set(all.flatMap { $0.extensions })

    /// The format of an input: by its name's ending, else by its first bytes; by both where several share the ending.
    static func reader(for path: InputPath, _ source: ByteSource) throws(Problem) -> any DocumentReader.Type {
        let named = path.fileExtension.flatMap { byExtension[$0] } ?? []
        if let only = named.first, named.count == 1 { return only }
        let beginning = InputBeginning(try source.beginning(4 << 10))
        return (named.isEmpty ? all : named).first { $0.recognises(beginning) } ?? named.last
            ?? PlainTextReader.self
    }

    /// Reads the documents of one input, whatever its format and encoding.
    ///
    /// - Parameters:
    ///   - path: Where the bytes stand; its ending may tell their format.
    ///   - format: The format to read it as; by name and content where none is given.
    ///   - encoding: The encoding to read it in; see ``UTF8Input`` for what decides where none is given.
    ///   - buffers: Memory that is reused from one input to the next. A worker that reads many inputs passes its own.
    /// - Throws: A ``Problem`` that names the input and says why it, or the rest of it, could not be read.
    public static func read(
        _ source: ByteSource, _ path: InputPath, as format: (any DocumentReader.Type)? = nil,
        encoding: TextEncoding? = nil, buffers: ReadingBuffers = ReadingBuffers(), into sink: DocumentSink
    ) throws(Problem) {
        do throws(Problem) {
            let reader = if let format { format } else { try reader(for: path, source) }
            let named = DocumentSink(deliver: sink.deliver, report: { sink.report($0.inFile(source.name)) })
            try reader.read(source, encoding: encoding, buffers: buffers, into: named)
        } catch {
            throw error.inFile(source.name)
        }
    }

    /// Reads the documents of a file, whatever its format and encoding.
    ///
    /// - Parameters:
    ///   - report: Receives problems that concern one document of several, and warnings.
    ///   - deliver: Receives each document, in the order of the file.
    /// - Throws: A ``Problem`` that names the file and says why it, or the rest of it, could not be read; what `deliver` throws.
    public static func read(
        path: String, report: @escaping (Problem) -> Void = { _ in },
        _ deliver: @escaping (Document) throws(Problem) -> Void
    ) throws(Problem) {
        let input = InputPath(path)
        try read(try ByteSource.open(input), input, into: DocumentSink(deliver: deliver, report: report))
    }
}

extension InputPath {
    /// The last component without the ending of a format of documents: `a/b.jats.xml` is `b.jats`.
    public var stem: String { stem(without: DocumentReaders.extensions) }
}

extension ByteSource {
    /// The id of a document that has none of its own: the name of its file without the ending.
    public var stem: String { path.stem }
}
