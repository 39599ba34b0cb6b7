public import TemaFormats
public import TemaModel

/// A reader of documents in one format.
public protocol DocumentReader: Sendable {
    /// The name of the format, as passed to `--from`.
    static var name: String { get }
    /// A description of the format in one line, for the help.
    static var summary: String { get }
    /// The file name extensions, in lower case and without the dot.
    static var extensions: [String] { get }
    /// Whether an input that begins with these bytes appears to be in this format.
    static func recognises(_ beginning: InputBeginning) -> Bool
    /// Reads an input to its end and delivers its documents one at a time.
    ///
    /// A problem with one of several documents is reported to the sink, and reading continues.
    ///
    /// - Parameters:
    ///   - source: The bytes to read.
    ///   - encoding: The requested encoding, or nil to use the declared one, else UTF-8. Formats that always declare it
    ///     ignore it.
    ///   - buffers: Memory that is reused from one input to the next.
    ///   - sink: Receives documents and problems.
    /// - Throws: A ``Problem`` if the input, or the rest of it, cannot be read; any error thrown by the sink.
    static func read(
        _ source: ByteSource, encoding: TextEncoding?, buffers: ReadingBuffers, into sink: DocumentSink
    ) throws(Problem)
}

extension DocumentReader {
    /// Reads an input to its end with new buffers.
    ///
    /// - Parameters:
    ///   - source: The bytes to read.
    ///   - encoding: The requested encoding, or nil to use the declared one, else UTF-8.
    ///   - sink: Receives documents and problems.
    /// - Throws: A ``Problem`` if the input, or the rest of it, cannot be read; any error thrown by the sink.
    public static func read(
        _ source: ByteSource, encoding: TextEncoding?, into sink: DocumentSink
    ) throws(Problem) {
        try read(source, encoding: encoding, buffers: ReadingBuffers(), into: sink)
    }
}

/// A reader of a format whose files are text in some encoding.
public protocol TextReader: DocumentReader {
    /// Whether the format is XML, so that an XML declaration can declare the encoding.
    static var isXML: Bool { get }
    /// Reads an input to its end and delivers its documents one at a time.
    ///
    /// - Parameters:
    ///   - input: The text to read, converted to UTF-8.
    ///   - buffers: Memory that is reused from one input to the next.
    ///   - sink: Receives documents and problems.
    /// - Throws: A ``Problem`` if the input, or the rest of it, cannot be read; any error thrown by the sink.
    static func read(_ input: UTF8Input, _ buffers: ReadingBuffers, into sink: DocumentSink) throws(Problem)
}

extension TextReader {
    /// Reads an input to its end, converted to UTF-8, and reports warnings about its encoding after the documents.
    ///
    /// - Parameters:
    ///   - source: The bytes to read.
    ///   - encoding: The requested encoding, or nil to use the declared one; see ``UTF8Input``.
    ///   - buffers: Memory that is reused from one input to the next.
    ///   - sink: Receives documents and problems.
    /// - Throws: A ``Problem`` if the input, or the rest of it, cannot be read; any error thrown by the sink.
    public static func read(
        _ source: ByteSource, encoding: TextEncoding?, buffers: ReadingBuffers, into sink: DocumentSink
    ) throws(Problem) {
        let input = try UTF8Input(source, encoding: encoding, isXML: isXML)
        try read(input, buffers, into: sink)
        for warning in input.warnings { sink.report(warning) }
    }
}

/// The receiver of documents and problems.
public struct DocumentSink {
    /// Receives each document, in the order of the input. An error that it throws stops reading.
    public let deliver: (Document) throws(Problem) -> Void
    /// Receives warnings, and problems with single documents.
    public let report: (Problem) -> Void

    /// Creates a sink that calls the given functions.
    public init(
        deliver: @escaping (Document) throws(Problem) -> Void, report: @escaping (Problem) -> Void
    ) {
        self.deliver = deliver
        self.report = report
    }

    /// Reports one warning if references to undefined entities remain in the text of a document.
    func warnOfUnknownEntities(in document: Document) {
        let names = document.ledger.entries.filter { $0.reason == .unknownEntity }.map(\.element)
        guard !names.isEmpty else { return }
        let list = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
        report(
            Problem(
                "undefined in document \(document.id), and kept as written: \(list)", severity: .warning,
                kind: .undefinedEntity,
                suggestion: "replace them in the file with the characters that they represent"))
    }
}

/// The document formats that Tema reads, and functions that select the format of an input.
public enum DocumentReaders {
    /// All readers. If several share an extension, or the extension is unknown, the first one that recognises the input
    /// reads it. Readers that accept nearly everything are therefore last.
    public static let all: [any DocumentReader.Type] =
        references + [
            TEIReader.self, HTMLReader.self, JATSReader.self, PDFReader.self, OfficeReader.self, WordReader.self,
            JSONLinesReader.self,
            MarkdownReader.self, PlainTextReader.self,
        ]

    /// The readers of lists of references. Databases and programs also save these formats as `.txt`.
    private static let references: [any DocumentReader.Type] = [
        PubMedReader.self, EndNoteReader.self, RISReader.self, MEDLINEReader.self, BibTeXReader.self,
        CSLJSONReader.self, WebOfScienceReader.self, ReferenceTableReader.self,
    ]

    /// Returns the reader with a format name, or nil if there is none.
    public static func named(_ name: String) -> (any DocumentReader.Type)? {
        all.first { $0.name == name }
    }

    /// The readers by extension, in the order of ``all``.
    private static let byExtension: [String: [any DocumentReader.Type]] = {
        var readers: [String: [any DocumentReader.Type]] = [:]
        for reader in all {
            for ending in reader.extensions { readers[ending, default: []].append(reader) }
        }
        for ending in PlainTextReader.extensions { readers[ending] = references + [PlainTextReader.self] }
        return readers
    }()

    /// The file name extensions of all formats, in lower case and without the dot.
    public static let extensions = Set(byExtension.keys)

    /// Returns whether the extension of a path is that of tables, which contain references or any other data.
    package static func isTable(_ path: String) -> Bool {
        InputPath(path).fileExtension.map(ReferenceTableReader.extensions.contains) ?? false
    }

    /// Returns the reader for an input, selected by the extension, by the first bytes if the extension is unknown, or
    /// by both if several formats share the extension.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read.
    static func reader(for path: InputPath, _ source: ByteSource) throws(Problem) -> any DocumentReader.Type {
        let named = path.fileExtension.flatMap { byExtension[$0] } ?? []
        if let only = named.first, named.count == 1 { return only }
        let beginning = InputBeginning(try source.beginning(4 << 10))
        return (named.isEmpty ? all : named).first { $0.recognises(beginning) } ?? named.last
            ?? PlainTextReader.self
    }

    /// Reads the documents of an input in any supported format and encoding.
    ///
    /// - Parameters:
    ///   - source: The bytes to read.
    ///   - path: The path of the input. Its extension can determine the format.
    ///   - format: The format of the input, or nil to detect it from the extension and the first bytes.
    ///   - encoding: The encoding of the input, or nil to use the declared one; see ``UTF8Input``.
    ///   - buffers: Memory that is reused from one input to the next. A worker that reads many inputs passes its own.
    ///   - sink: Receives documents and problems. Problems carry the name of the input.
    /// - Throws: A ``Problem`` with the name of the input if the input, or the rest of it, cannot be read; any error
    ///   thrown by the sink.
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

    /// Reads the documents of a file in any supported format and encoding.
    ///
    /// - Parameters:
    ///   - path: The path of the file, or `-` for standard input.
    ///   - report: Receives warnings, and problems with single documents.
    ///   - deliver: Receives each document, in the order of the file.
    /// - Throws: A ``Problem`` with the name of the file if the file, or the rest of it, cannot be read; any error
    ///   thrown by `deliver`.
    public static func read(
        path: String, report: @escaping (Problem) -> Void = { _ in },
        _ deliver: @escaping (Document) throws(Problem) -> Void
    ) throws(Problem) {
        let input = InputPath(path)
        try read(try ByteSource.open(input), input, into: DocumentSink(deliver: deliver, report: report))
    }
}

extension InputPath {
    /// The last path component without the extension of a document format: `b.jats` for `a/b.jats.xml`.
    public var stem: String { stem(without: DocumentReaders.extensions) }

    /// The name of the document in the file: the stem, or the name of the folder if the stem is a general word such as
    /// `fulltext`. Publishers and repositories store each article in a folder of its own. GROBID's `a.tei.xml` is `a`.
    var documentName: String {
        let stem = stem.hasSuffix(".tei") ? String(stem.dropLast(4)) : stem
        guard Self.generalNames.contains(stem.lowercased()) else { return stem }
        return folderName ?? stem
    }

    private static let generalNames: Set<String> = [
        "fulltext", "article", "index", "main", "paper", "document", "text",
    ]
}

extension ByteSource {
    /// The id of a document that has no other: the file name without the extension, or the name of the folder if the
    /// file has a general name such as `fulltext.xml`.
    public var documentName: String { path.documentName }
}
