/// An XML element with its content.
///
/// It is used for short XML files and for the records of long ones. Articles are never read into nodes, because they can be
/// long and are needed only once.
package struct XMLNode: Sendable, Hashable {
    /// A part of an element's content.
    package enum Content: Sendable, Hashable {
        case element(XMLNode)
        case text(String)
    }

    /// An attribute of an element.
    package struct Attribute: Sendable, Hashable {
        /// The local name.
        package var name: String
        /// The namespace URI, or nil if the attribute has no prefix.
        package var namespace: String?
        package var value: String

        package init(name: String, namespace: String? = nil, value: String) {
            (self.name, self.namespace, self.value) = (name, namespace, value)
        }
    }

    /// The local name.
    package var name: String
    /// The namespace URI, or nil if there is none.
    package var namespace: String?
    /// The attributes in the order in which they are written.
    package var attributes: [Attribute]
    /// The content in document order. Adjacent texts are merged.
    package var content: [Content]
    /// The line at which the start tag ends, from 1; 0 if it is unknown.
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

    /// The value of the first attribute with a local name in any namespace, or nil if there is none.
    package subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

    /// The child elements.
    package var elements: [XMLNode] {
        content.compactMap { if case .element(let node) = $0 { node } else { nil } }
    }

    /// Returns the child elements with a local name.
    package func elements(_ name: String) -> [XMLNode] {
        content.compactMap {
            if case .element(let node) = $0, node.name == name { node } else { nil }
        }
    }

    /// Returns the first child element with a local name, or nil if there is none.
    ///
    /// - Parameter names: A path of local names. Each level is searched only in the first element found at the level above.
    package func first(_ names: String...) -> XMLNode? {
        var node: XMLNode? = self
        for name in names { node = node?.first(name) }
        return node
    }

    private func first(_ name: String) -> XMLNode? {
        for case .element(let node) in content where node.name == name { return node }
        return nil
    }

    /// The concatenated texts of the element and its descendants.
    package var text: String {
        content.reduce(into: "") { text, part in
            switch part {
            case .element(let node): text += node.text
            case .text(let own): text += own
            }
        }
    }
}
