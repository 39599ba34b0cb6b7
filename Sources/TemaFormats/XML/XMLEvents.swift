import TemaModel

/// Receives the elements and texts of an XML file in document order. An error that it throws stops the parser.
package protocol XMLEventHandler: AnyObject {
    /// Called for a start tag.
    ///
    /// - Parameter element: The element with its attributes and without content.
    func start(_ element: XMLNode) throws(Problem)
    /// Called for each chunk of text.
    func text(_ text: String) throws(Problem)
    /// Called for the end of the innermost open element.
    func end() throws(Problem)
    /// Called for a reference in text to an unknown entity. The reference itself becomes part of the text.
    func unknownEntity(_ name: String)
}

extension XMLEventHandler {
    package func unknownEntity(_ name: String) {}
}

/// Reads XML other than articles: dictionaries, lists of references, projects of other programs.
package enum XMLEvents {
    /// Reads an input to its end.
    ///
    /// - Throws: A ``Problem`` if the XML is not well-formed, with line and column, if a limit is exceeded, or if the input
    ///   cannot be read; and what the handler throws.
    package static func read(_ input: UTF8Input, _ handler: any XMLEventHandler) throws(Problem) {
        var rules = SAXRules(
            tagBytes: Limits.longTagBytes, ifMalformed: "export it again, or repair it in the program that wrote it")
        rules.addsLines = true
        try SAXParser.read(input, rules, handler: NodeEvents(handler))
    }

    /// Copies the parser's buffers into values.
    private final class NodeEvents: SAXHandler {
        private let handler: any XMLEventHandler

        init(_ handler: any XMLEventHandler) { self.handler = handler }

        func start(
            _ name: XMLName, namespace: UnsafePointer<UInt8>?, attributes: XMLAttributes, line: Int
        ) throws(Problem) {
            var node = XMLNode(name.string, namespace: namespace.map { String(cString: $0) })
            node.line = line
            node.attributes = attributes.all
            try handler.start(node)
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem) {
            try handler.text(String(decoding: bytes, as: UTF8.self))
        }

        func end() throws(Problem) { try handler.end() }

        func unknownEntity(_ name: String) { handler.unknownEntity(name) }
    }
}
