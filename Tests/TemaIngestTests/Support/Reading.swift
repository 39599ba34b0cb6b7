import TemaFormats
import TemaModel

@testable import TemaIngest

/// The result of reading bytes with a reader.
struct Reading {
    var documents: [Document] = []
    /// The reported problems.
    var problems: [String] = []

    init(
        _ bytes: [UInt8], _ reader: any DocumentReader.Type, name: String = "file", encoding: TextEncoding? = nil
    ) throws {
        var documents: [Document] = []
        var problems: [String] = []
        try reader.read(
            ByteSource.bytes(bytes, name: name), encoding: encoding,
            into: DocumentSink(deliver: { documents.append($0) }, report: { problems.append($0.description) }))
        (self.documents, self.problems) = (documents, problems)
    }

    init(_ text: String, _ reader: any DocumentReader.Type, name: String = "file") throws {
        try self.init(Array(text.utf8), reader, name: name)
    }

    /// Every passage as `kind section-type: text`.
    var passages: [String] {
        documents.flatMap { document in
            document.passages.map { "\($0.kind.rawValue) \($0.sectionType): \(document.string(of: $0))" }
        }
    }

    /// The metadata of the first document, as `name: value; value`.
    var metadata: [String] {
        documents.first?.metadata.all.map { "\($0.name): \($0.values.joined(separator: "; "))" } ?? []
    }

    /// The ledger entries of all documents, as `element reason ×count characters`.
    var ledger: [String] {
        documents.flatMap { document in
            document.ledger.entries.map { "\($0.element) \($0.reason.rawValue) ×\($0.count) \($0.characters)" }
        }
    }
}
