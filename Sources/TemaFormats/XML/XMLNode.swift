/// An element of a small XML file, or of one record of a long one, with all that is in it.
///
/// Articles are never read this way: they can be long, and nothing of them is needed twice.
package struct XMLNode: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        case element(XMLNode)
        case text(String)
    }

    package struct Attribute: Sendable, Hashable {
        /// Its local name.
        package var name: String
        /// The namespace's URI, where it has a prefix.
        package var namespace: String?
        package var value: String

        package init(name: String, namespace: String? = nil, value: String) {
            (self.name, self.namespace, self.value) = (name, namespace, value)
        }
    }

    /// The local name.
    package var name: String
    package var namespace: String?
    /// In the order they were written.
    package var attributes: [Attribute]
    /// In document order. Texts that follow one another are one.
    package var content: [Content]
    /// Where its tag ends, from 1.
    package var line: Int

    package init(
        _ name: String, namespace: String? = nil, attributes: [Attribute] = [], content: [Content] = [], line: Int = 0
    ) {
        self.name = name
        self.namespace = namespace
        self.attributes = attributes
        self.content = content
        self.line = line
    }

    /// The value of the first attribute with a local name, in whatever namespace.
    package subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

    /// The elements in it, one level down.
    package var elements: [XMLNode] {
        content.compactMap { if case .element(let node) = $0 { node } else { nil } }
    }

    /// The elements of a local name in it, one level down.
    package func elements(_ name: String) -> [XMLNode] {
        content.compactMap {
            if case .element(let node) = $0, node.name == name { node } else { nil }
        }
    }

    /// The first element of a local name in it, one level down; with several names the way down.
    package func first(_ names: String...) -> XMLNode? {
        var node: XMLNode? = self
        for name in names { node = node?.first(name) }
        return node
    }

    private func first(_ name: String) -> XMLNode? {
        for case .element(let node) in content where node.name == name { return node }
        return nil
    }

    /// All texts in it, as they are.
    package var text: String {
        content.reduce(into: "") { text, part in
            switch part {
            case .element(let node): text += node.text
            case .text(let own): text += own
            }
        }
    }
}
