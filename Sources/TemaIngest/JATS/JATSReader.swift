import TemaFormats
import TemaModel

/// Reads articles in JATS XML of any version, and in the older NLM DTDs.
enum JATSReader: TextReader {
    static let name = "jats"
    static let summary = "articles in JATS or NLM XML (.xml, .nxml, .jats)"
    static let extensions = ["xml", "nxml", "jats"]
    static let isXML = true

    static func recognises(_ beginning: InputBeginning) -> Bool {
        beginning.bytes.first { !isXMLSpace($0) } == UInt8(ascii: "<")
    }

    /// Delivers every article of a file, each before its sub-articles, after the complete file has been found
    /// well-formed.
    ///
    /// A file longer than ``Limits/bufferedBytes`` is parsed twice, so that its articles need not be kept in memory.
    ///
    /// - Throws: A ``Problem`` if the file cannot be read, is not well-formed, exceeds a limit, or contains no article;
    ///   any error thrown by the sink.
    static func read(
        _ input: UTF8Input, _ buffers: ReadingBuffers, into sink: DocumentSink
    ) throws(Problem) {
        let source = input.source
        var stream = XMLStream(input, buffers)
        if let size = source.size, size > Limits.bufferedBytes {
            let articles = try count(&stream) { { _ in } }
            var number = 0
            _ = try count(&stream) {
                { article throws(Problem) in
                    try deliver(
                        article, number, of: articles, source: source, types: &buffers.sectionTypes, to: sink)
                    number += 1
                }
            }
        } else {
            var held: [ArticleDraft] = []
            let articles = try count(&stream) {
                held = []
                return { held.append($0) }
            }
            for number in held.indices {
                try deliver(
                    held[number], number, of: articles, source: source, types: &buffers.sectionTypes, to: sink)
            }
        }
    }

    /// Parses the complete file and returns the number of articles.
    ///
    /// - Throws: A ``Problem`` if the file is not well-formed or contains no article.
    private static func count(
        _ stream: inout XMLStream, _ begin: () -> ArticleHandler.Delivery
    ) throws(Problem) -> Int {
        let count = try stream.parse(begin)
        guard count > 0 else {
            throw Problem(
                "it contains no <article>", kind: .noDocument,
                suggestion: "it was read as JATS or NLM XML; check its format")
        }
        return count
    }

    /// Delivers the documents of an article and its sub-articles. An article without an id is named after the file.
    private static func deliver(
        _ article: ArticleDraft, _ number: Int, of articles: Int, source: ByteSource, types: inout SectionTypes,
        to sink: DocumentSink
    ) throws(Problem) {
        let id = article.identity ?? (articles == 1 ? source.documentName : "\(source.documentName)#\(number)")
        var documents: [Document] = []
        add(article, id, parent: nil, source: source.name, types: &types, to: &documents)
        // By index, because an iterator copies each element.
        for index in documents.indices {
            try sink.deliver(documents[index])
            sink.warnOfUnknownEntities(in: documents[index])
        }
    }

    private static func add(
        _ draft: ArticleDraft, _ id: String, parent: String?, source: String, types: inout SectionTypes,
        to documents: inout [Document]
    ) {
        documents.append(draft.document(id: id, parent: parent, source: source, types: &types))
        for child in draft.children {
            add(child, "\(id)#\(child.localID ?? "")", parent: id, source: source, types: &types, to: &documents)
        }
    }
}

/// Parses an XML input with ``QuickPass``, and with libxml2's SAX2 parser if that is not sufficient.
///
/// libxml2 decides what a file contains. If anything in the input is malformed, oversized or unusual, ``XMLPass`` reads the
/// input again from the start, and only the results and errors of that pass count. On other files the quick pass gives
/// what libxml2 gives.
struct XMLStream {
    private let input: UTF8Input
    private let buffers: ReadingBuffers
    private var isQuick: Bool
    private var isAtStart = true

    init(_ input: UTF8Input, _ buffers: ReadingBuffers) {
        (self.input, self.buffers, isQuick) = (input, buffers, buffers.parser == .quick)
    }

    /// Reads the input from beginning to end and returns the number of articles.
    ///
    /// - Parameter begin: Called at the start of each pass. Returns the function that receives the articles of that pass.
    /// - Throws: A ``Problem`` if the XML is not well-formed (with line and column), a limit is exceeded, or the input
    ///   cannot be read; any error thrown by the delivery.
    mutating func parse(_ begin: () -> ArticleHandler.Delivery) throws(Problem) -> Int {
        if isQuick {
            try goToStart()
            if let count = try buffers.quickPass.run(input, begin()) { return count }
            isQuick = false
        }
        try goToStart()
        return try buffers.xmlPass.run(input, begin())
    }

    private mutating func goToStart() throws(Problem) {
        if !isAtStart { try input.rewind() }
        isAtStart = false
    }
}
