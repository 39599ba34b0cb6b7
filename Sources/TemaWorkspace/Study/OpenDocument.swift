import TemaFormats
import TemaModel

/// A document of the study in its current text, with what its answers need.
struct OpenDocument: Sendable {
    /// The number of the action that made this text.
    let version: Int64
    let document: Document
    /// The SHA-256 of the text.
    let hash: String
    let offsets: ScalarOffsets

    init(_ document: Document, version: Int64) {
        (self.version, self.document) = (version, document)
        hash = SHA256.hex(document.text.utf8)
        offsets = ScalarOffsets(document.text)
    }
}

/// The documents that were used last.
struct OpenDocuments: Sendable {
    private static let most = 16
    private var documents: [String: OpenDocument] = [:]
    private var order: [String] = []

    subscript(id: String) -> OpenDocument? { documents[id] }

    mutating func keep(_ document: OpenDocument) {
        let id = document.document.id
        order.removeAll { $0 == id }
        order.append(id)
        documents[id] = document
        if order.count > Self.most { documents[order.removeFirst()] = nil }
    }
}
