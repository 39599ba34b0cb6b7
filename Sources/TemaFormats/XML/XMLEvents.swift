import TemaModel

/// Takes the contents of an XML file, as it is read.
package protocol XMLEventHandler: AnyObject {
    /// An element begins; its content is empty still.
    func start(_ element: XMLNode) throws(Problem)
    /// A piece of text, as libxml2 cuts it.
    func text(_ text: String) throws(Problem)
    /// The element that began last and has not ended ends.
    func end() throws(Problem)
}

/// Reads XML that is no article: dictionaries, lists of references, projects of other programs.
package enum XMLEvents {
    /// - Throws: What stopped it: ill-formed XML with line and column, an exceeded limit, a failing read, what the handler threw.
    package static func read(_ input: UTF8Input, _ handler: any XMLEventHandler) throws(Problem) {
        var rules = SAXRules(
            tagBytes: Limits.longTagBytes, ifMalformed: "make it anew with the program that wrote it, or mend it there")
        rules.addsLines = true
        try SAXParser.read(input, rules, handler: NodeEvents(handler))
    }

    /// Copies what the parser lends into values.
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

        func unknownEntity(_ name: String) {}
    }
}
