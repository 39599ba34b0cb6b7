import TemaFormats
import TemaModel

/// Reads articles in JATS, whatever version of it, and in NLM's DTDs before it.
public enum JATSReader: TextReader {
    public static let name = "jats"
    public static let summary = "articles in JATS or NLM XML (.xml, .nxml, .jats)"
    public static let extensions = ["xml", "nxml", "jats"]
    public static let isXML = true

    public static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        beginning.first { !isXMLSpace($0) } == UInt8(ascii: "<")
    }

    /// Delivers every article of a file, each before its sub-articles, once the whole file has proved well-formed.
    ///
    /// A long file is read twice, so that its articles need not be held until its end.
    public static func read(_ input: UTF8Input, into sink: DocumentSink) throws(Problem) {
        let (stem, source) = (input.source.stem, input.source.name)
        var stream = XMLStream(input)
        if let size = input.source.size, size > Limits.heldBytes {
            let articles = try count(&stream) { ArticleHandler { _ in } }
            var number = 0
            _ = try count(&stream) {
                ArticleHandler { family throws(Problem) in
                    for document in identified(family, number, of: articles, stem, source) {
                        try sink.deliver(document)
                    }
                    number += 1
                }
            }
        } else {
            var held: [[ArticleDraft]] = []
            let articles = try count(&stream) {
                held = []
                return ArticleHandler { held.append($0) }
            }
            for (number, family) in held.enumerated() {
                for document in identified(family, number, of: articles, stem, source) { try sink.deliver(document) }
            }
        }
    }

    /// Parses the whole file.
    /// - Returns: How many articles there were.
    private static func count(
        _ stream: inout XMLStream, _ handler: () -> ArticleHandler
    ) throws(Problem) -> Int {
        let count = try stream.parse(handler).articleCount
        guard count > 0 else {
            throw Problem("there is no <article> in it", wayOut: "Tema reads JATS and NLM XML; is it another format?")
        }
        return count
    }

    /// Gives an article and its sub-articles their ids; one without any of its own has the file's name.
    private static func identified(
        _ family: [ArticleDraft], _ number: Int, of articles: Int, _ stem: String, _ source: String
    ) -> [Document] {
        guard let article = family.first else { return [] }
        let fallback = articles == 1 ? stem : "\(stem)#\(number)"
        return documents(article, article.identity ?? fallback, parent: nil, source)
    }

    private static func documents(_ draft: ArticleDraft, _ id: String, parent: String?, _ source: String) -> [Document]
    {
        [draft.document(id: id, parent: parent, source: source)]
            + draft.children.flatMap { documents($0, "\(id)#\($0.localID ?? "")", parent: id, source) }
    }
}
