public import TemaModel

/// A table of what documents consist of: rows of one document after the other.
public struct DocumentListing: Sendable {
    public let layout: Table.Layout
    /// Returns the rows of a document.
    public let rows: @Sendable (Document) -> [Table.Row]
    /// What is said of all rows, after the number of documents.
    private let note: String

    /// Returns the notes of a listing of some documents.
    public func notes(documents: Int) -> [String] { ["\(counted(documents, "document")). \(note)"] }

    /// The passages of documents.
    ///
    /// - Parameter kinds: The kinds of the passages that are listed; nil for all.
    public static func passages(kinds: Set<PassageKind>? = nil) -> DocumentListing {
        DocumentListing(
            layout: Table.Layout(
                title: "Passages",
                columns: [
                    .init("document", "Document"), .init("passage", "No.", style: .integer), .init("kind", "Kind"),
                    .init("section_type", "Section type", for: .programs), .init("section", "Section"),
                    .init("language", "Language", for: .programs),
                    .init("start", "Start", style: .integer, for: .programs),
                    .init("end", "End", style: .integer, for: .programs), .init("text", "Text"),
                ]),
            rows: { document in
                let offsets = ScalarOffsets(document.text)
                return document.passages.enumerated().filter { kinds?.contains($1.kind) ?? true }.map {
                    number, passage in
                    let span = offsets.scalars(passage.span)
                    return Table.Row([
                        .text(document.id), .integer(number), .text(passage.kind.rawValue),
                        .text(passage.sectionType.rawValue),
                        .list(document.sectionPath(of: passage).map(Table.Cell.text)),
                        document.language(of: passage).map(Table.Cell.text) ?? .empty, .integer(span.lowerBound),
                        .integer(span.upperBound), .text(document.string(of: passage)),
                    ])
                }
            },
            note: "Start and end count Unicode scalars of a document's text.")
    }

    /// What was left out of documents when they were read.
    public static let ledger = DocumentListing(
        layout: Table.Layout(
            title: "Left out of the text",
            columns: [
                .init("document", "Document"), .init("element", "Element"), .init("reason", "Reason"),
                .init("count", "Count", style: .integer), .init("characters", "Characters", style: .integer, bar: true),
            ]),
        rows: { document in
            document.ledger.entries.map { entry in
                Table.Row([
                    .text(document.id), .text(entry.element), .text(entry.reason.rawValue), .integer(entry.count),
                    .integer(entry.characters),
                ])
            }
        },
        note: "Characters are Unicode scalars, runs of white space counted as one.")
}
