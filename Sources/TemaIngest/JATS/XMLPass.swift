import TemaFormats
import TemaModel

/// A pass of libxml2's parser over an input; see ``XMLStream``. Only memory is kept from previous inputs.
final class XMLPass: SAXHandler {
    private var handler = ArticleHandler()
    private var meanings = ElementNameTable()

    /// Parses an input and returns the number of articles.
    ///
    /// - Parameter deliver: Receives the documents of each article; see ``ArticleHandler``.
    /// - Throws: A ``Problem`` if the XML is not well-formed (with line and column), a limit is exceeded, or the input
    ///   cannot be read; any error thrown by `deliver`.
    func run(_ input: UTF8Input, _ deliver: @escaping ArticleHandler.Delivery) throws(Problem) -> Int {
        handler.begin(fileBytes: input.source.size, deliver)
        // The addresses of names are those of this pass.
        meanings.removeAll()
        defer { handler.begin(fileBytes: nil) { _ in } }
        try SAXParser.read(input, Self.rules, handler: self)
        return handler.articleCount
    }

    private static let rules = {
        var rules = SAXRules(tagBytes: Limits.tagBytes, ifMalformed: "download it again, or correct the XML")
        rules.ifDeep = "this is not an article"
        rules.ifLongTag = "this is not an article"
        rules.ifMuchText = "the file may be malicious; do not use it"
        rules.findsInvalidBytes = true
        return rules
    }()

    func start(
        _ name: XMLName, namespace: UnsafePointer<UInt8>?, attributes: XMLAttributes, line: Int
    ) throws(Problem) {
        handler.start(name, meanings.meaning(of: name), attributes: attributes)
        try throwFailure()
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem) {
        handler.characters(bytes)
        try throwFailure()
    }

    func end() throws(Problem) {
        handler.end()
        try throwFailure()
    }

    func unknownEntity(_ name: String) { handler.unknownEntity(name) }

    private func throwFailure() throws(Problem) {
        if handler.hasFailed, let failure = handler.failure { throw failure }
    }
}
