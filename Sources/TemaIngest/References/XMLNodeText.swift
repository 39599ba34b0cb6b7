import TemaFormats

/// What references in XML are asked.
extension XMLNode {
    /// All text in it with white space made one space; nothing where there is none.
    var words: String? {
        let words = TextLines.collapsed(text)
        return words.isEmpty ? nil : words
    }

    /// The elements of a local name at any depth, in document order.
    func all(_ name: String) -> [XMLNode] {
        elements.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }
}
