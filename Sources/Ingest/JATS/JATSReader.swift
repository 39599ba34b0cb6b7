import Model

/// Reads articles in JATS, whatever version of it, and in NLM's DTDs before it.
public enum JATSReader: DocumentReader {
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
        let stem = input.source.stem
        let source = input.source.name
        if let size = input.source.size, size > Limits.heldBytes {
            let articles = try parse(input) { _ in }
            try input.rewind()
            var number = 0
            _ = try parse(input) { family throws(Problem) in
                for document in identified(family, number, of: articles, stem, source) { try sink.deliver(document) }
                number += 1
            }
        } else {
            var held: [[ArticleDraft]] = []
            let articles = try parse(input) { held.append($0) }
            for (number, family) in held.enumerated() {
                for document in identified(family, number, of: articles, stem, source) { try sink.deliver(document) }
            }
        }
    }

    /// - Returns: How many articles there were.
    private static func parse(
        _ input: UTF8Input, _ deliver: @escaping ([ArticleDraft]) throws(Problem) -> Void
    ) throws(Problem) -> Int {
        let handler = try XMLStream.parse(input, ArticleHandler(deliver: deliver))
        guard handler.articleCount > 0 else {
            throw Problem("there is no <article> in it", wayOut: "Tema reads JATS and NLM XML; is it another format?")
        }
        return handler.articleCount
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
