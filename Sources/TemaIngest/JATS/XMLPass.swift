import TemaFormats
import TemaModel

/// A pass of libxml2's parser over an input; see ``XMLStream``. Only memory is kept from previous inputs.
final class XMLPass: SAXHandler {
    /// The state in one value, because each access to a property of a class is checked for exclusivity.
    private struct Events {
        var handler = ArticleHandler()
        var meanings = ElementNameTable()

        mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(Problem) {
            handler.start(name, meanings.meaning(of: name), attributes: attributes)
            try throwFailure()
        }

        mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem) {
            handler.characters(bytes)
            try throwFailure()
        }

        mutating func end() throws(Problem) {
            handler.end()
            try throwFailure()
        }

        private func throwFailure() throws(Problem) {
            if handler.hasFailed, let failure = handler.failure { throw failure }
        }
    }

    private var events = Events()

    /// Parses an input and returns the number of articles.
    ///
    /// - Parameter deliver: Receives the documents of each article; see ``ArticleHandler``.
    /// - Throws: A ``Problem`` if the XML is not well-formed (with line and column), a limit is exceeded, or the input
    ///   cannot be read; any error thrown by `deliver`.
    func run(_ input: UTF8Input, _ deliver: @escaping ArticleHandler.Delivery) throws(Problem) -> Int {
        events.handler.begin(fileBytes: input.source.size, deliver)
        // The addresses of names are those of this pass.
        events.meanings.removeAll()
        defer { events.handler.begin(fileBytes: nil) { _ in } }
        try SAXParser.read(input, Self.rules, handler: self)
        return events.handler.articleCount
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
        try events.start(name, attributes)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem) { try events.text(bytes) }

    func end() throws(Problem) { try events.end() }

    func unknownEntity(_ name: String) { events.handler.unknownEntity(name) }
}
