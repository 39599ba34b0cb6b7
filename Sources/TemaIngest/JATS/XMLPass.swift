import TemaFormats
import TemaModel

/// A pass of libxml2's parser over an input; see ``XMLStream``. Only memory is kept from previous inputs.
final class XMLPass: SAXHandler {
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

    /// The state. It is behind a pointer because each access to a property of a class is checked for exclusivity, which would
    /// be 5 % of the instructions of a parse. No two uses of it overlap: the methods of this class use it in turn.
    private let events = {
        let events = UnsafeMutablePointer<Events>.allocate(capacity: 1)
        events.initialize(to: Events())
        return events
    }()

    deinit {
        events.deinitialize(count: 1)
        events.deallocate()
    }

    /// Parses an input and returns the number of articles.
    ///
    /// - Parameter deliver: Receives the documents of each article; see ``ArticleHandler``.
    /// - Throws: A ``Problem`` if the XML is not well-formed (with line and column), a limit is exceeded, or the input
    ///   cannot be read; any error thrown by `deliver`.
    func run(_ input: UTF8Input, _ deliver: @escaping ArticleHandler.Delivery) throws(Problem) -> Int {
        events.pointee.handler.begin(fileBytes: input.source.size, deliver)
        // The addresses of names are those of this pass.
        events.pointee.meanings.removeAll()
        defer { events.pointee.handler.begin(fileBytes: nil) { _ in } }
        try SAXParser.read(input, Self.rules, handler: self)
        return events.pointee.handler.articleCount
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
        try events.pointee.start(name, attributes)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem) { try events.pointee.text(bytes) }

    func end() throws(Problem) { try events.pointee.end() }

    func unknownEntity(_ name: String) { events.pointee.handler.unknownEntity(name) }
}
