import TemaFormats
import TemaModel

/// One pass of libxml2's parser over an input: see ``XMLStream``.
enum XMLPass {
    /// - Returns: The handler as the events left it, for a well-formed input only.
    /// - Throws: What stopped it: ill-formed XML with line and column, an exceeded limit, a failing read.
    static func run(_ input: UTF8Input, _ handler: consuming ArticleHandler) throws(Problem) -> ArticleHandler {
        let events = ArticleEvents(handler)
        try SAXParser.read(input, rules, handler: events)
        return events.handler
    }

    private static var rules: SAXRules {
        var rules = SAXRules(tagBytes: Limits.tagBytes, ifMalformed: "fetch it again, or mend it there")
        rules.ifDeep = "this is no article"
        rules.ifLongTag = "this is no article"
        rules.ifMuchText = "it was made to fill the memory; do not use it"
        rules.findsInvalidBytes = true
        return rules
    }
}

/// Passes events to an article's handler, with the meanings of the elements' names.
private final class ArticleEvents: SAXHandler {
    private(set) var handler: ArticleHandler
    private var meanings = ElementMeanings()

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
