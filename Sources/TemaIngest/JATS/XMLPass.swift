import TemaFormats
import TemaModel

/// A pass of libxml2's parser over an input; see ``XMLStream``.
enum XMLPass {
    /// Parses an input and returns the handler in its final state.
    ///
    /// - Throws: A ``Problem`` if the XML is not well-formed (with line and column), a limit is exceeded, or the input
    ///   cannot be read; any error thrown by the handler's delivery.
    static func run(_ input: UTF8Input, _ handler: consuming ArticleHandler) throws(Problem) -> ArticleHandler {
        let events = ArticleEvents(handler)
        try SAXParser.read(input, rules, handler: events)
        return events.handler
    }

    private static var rules: SAXRules {
        var rules = SAXRules(tagBytes: Limits.tagBytes, ifMalformed: "download it again, or correct the XML")
        rules.ifDeep = "this is not an article"
        rules.ifLongTag = "this is not an article"
        rules.ifMuchText = "the file may be malicious; do not use it"
        rules.findsInvalidBytes = true
        return rules
    }
}

/// Forwards the events of libxml2 to an ``ArticleHandler``, with the meanings of element names.
private final class ArticleEvents: SAXHandler {
    private(set) var handler: ArticleHandler
    private var meanings = ElementNameTable()

    init(_ handler: consuming ArticleHandler) { self.handler = handler }

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
