import TemaFormats
import TemaModel

/// Reads articles in JATS, whatever version of it, and in NLM's DTDs before it.
enum JATSReader: TextReader {
    static let name = "jats"
    static let summary = "articles in JATS or NLM XML (.xml, .nxml, .jats)"
    static let extensions = ["xml", "nxml", "jats"]
    static let isXML = true

    static func recognises(_ beginning: InputBeginning) -> Bool {
        beginning.bytes.first { !isXMLSpace($0) } == UInt8(ascii: "<")
    }

    /// Delivers every article of a file, each before its sub-articles, once the whole file has proved well-formed.
    ///
    /// A long file is read twice, so that its articles need not be held until its end.
    static func read(
        _ input: UTF8Input, _ buffers: ReadingBuffers, into sink: DocumentSink
    ) throws(Problem) {
        let source = input.source
        var stream = XMLStream(input, buffers)
        if let size = source.size, size > Limits.heldBytes {
            let articles = try count(&stream) { { _ in } }
            var number = 0
            _ = try count(&stream) {
                { family throws(Problem) in
                    for document in identified(
                        family, number, of: articles, source: source, types: &buffers.sectionTypes)
                    {
                        try sink.deliver(document)
                    }
                    number += 1
                }
            }
        } else {
            var held: [[ArticleDraft]] = []
            let articles = try count(&stream) {
                held = []
                return { held.append($0) }
            }
            for (number, family) in held.enumerated() {
                for document in identified(family, number, of: articles, source: source, types: &buffers.sectionTypes) {
                    try sink.deliver(document)
                }
            }
        }
    }

    /// Parses the whole file.
    /// - Returns: The number of articles.
    private static func count(
        _ stream: inout XMLStream, _ begin: () -> ArticleHandler.Delivery
    ) throws(Problem) -> Int {
        let count = try stream.parse(begin)
        guard count > 0 else {
            throw Problem(
                "there is no <article> in it", suggestion: "Tema reads JATS and NLM XML; is it another format?")
        }
        return count
    }

    /// Gives an article and its sub-articles their ids; one without any of its own has the file's name.
    private static func identified(
        _ family: [ArticleDraft], _ number: Int, of articles: Int, source: ByteSource, types: inout SectionTypes
    ) -> [Document] {
        guard let article = family.first else { return [] }
        let id = article.identity ?? (articles == 1 ? source.stem : "\(source.stem)#\(number)")
        var documents: [Document] = []
        add(article, id, parent: nil, source: source.name, types: &types, to: &documents)
        return documents
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
