package import TemaModel

extension Document {
    /// Creates a document with one passage for each text.
    package init(id: String, source: String = "", blocks: [(kind: PassageKind, text: String)]) {
        self.init(id: id, source: source)
        var text: [UInt8] = []
        for block in blocks {
            if !text.isEmpty { text += [0x0A, 0x0A] }
            let start = text.count
            text += block.text.utf8
            passages.append(Passage(kind: block.kind, sectionType: .other, span: start..<text.count))
        }
        self.text = Text(utf8: text)
    }

    /// Creates a document with one paragraph for each text.
    package init(id: String, source: String = "", paragraphs: [String]) {
        self.init(id: id, source: source, blocks: paragraphs.map { (.paragraph, $0) })
    }
}
