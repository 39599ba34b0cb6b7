import TemaFormats

extension XMLNode {
    /// The text of the node and its descendants with collapsed white space, or nil if it is empty.
    var words: String? {
        let words = TextLines.collapsed(text)
        return words.isEmpty ? nil : words
    }

    /// Returns the descendants with a local name, in document order.
    func all(_ name: String) -> [XMLNode] {
        elements.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }
}
