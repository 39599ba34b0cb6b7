import TemaAnalysis
public import TemaModel

/// A table of parts of documents, with rows for one document after the other.
public struct DocumentListing: Sendable {
    /// The title and columns of the table.
    public let layout: Table.Layout
    /// Returns the rows of a document.
    public let rows: @Sendable (Document) -> [Table.Row]
    /// The note on all rows, which follows the number of documents.
    private let note: Phrase

    /// Returns the notes of a listing of a number of documents.
    public func notes(documents: Int) -> [Phrase] { [Phrase("\(count: documents, "document"). \(note)")] }

    /// Returns a listing of the passages of documents.
    ///
    /// - Parameters:
    ///   - kinds: The kinds of passages to list, or nil for all.
    ///   - sections: The types of the sections whose passages to list, or nil for all.
    public static func passages(
        kinds: [PassageKind]? = nil, sections: [SectionType]? = nil
    ) -> DocumentListing {
        DocumentListing(
            layout: Table.Layout(
                title: "Passages",
                columns: [
                    .document, .init("passage", "No.", style: .ordinal), .init("kind", "Kind", rank: .usual),
                    .init("section_type", "Section type", for: .programs),
                    .init("section", "Section", style: .path, rank: .usual),
                    .init("language", "Language", for: .programs),
                    .init("start", "Start", style: .ordinal, for: .programs),
                    .init("end", "End", style: .ordinal, for: .programs), .init("text", "Text"),
                    .init(
                        "section_number", "Section number", style: .ordinal, for: .programs,
                        definition: Phrase(
                            """
                            Section number: the passages of a document with the same number are one unit of co-occurrence by \
                            section; negative outside all sections, one number for each section type.
                            """)),
                ]),
            rows: { document in
                let offsets = ScalarOffsets(document.text)
                let chosen = document.passages.enumerated().filter {
                    kinds?.contains($1.kind) ?? true && sections?.contains($1.sectionType) ?? true
                }
                return chosen.map { number, passage in
                    let span = offsets.scalars(passage.span)
                    return Table.Row([
                        .text(document.id), .integer(number), .text(passage.kind.rawValue),
                        .text(passage.sectionType.rawValue),
                        .list(document.sectionPath(of: passage).map(Table.Cell.text)),
                        document.language(of: passage).map(Table.Cell.text) ?? .empty, .integer(span.lowerBound),
                        .integer(span.upperBound), .text(document.string(of: passage)),
                        .integer(CooccurrenceUnit.section(of: passage)),
                    ])
                }
            },
            note: Phrase("Start and end are in Unicode scalars of the document's text."))
    }

    /// A listing of the content that was skipped when documents were read.
    public static let ledger = DocumentListing(
        layout: Table.Layout(
            title: "Skipped content",
            columns: [
                .document, .init("element", "Element"), .init("reason", "Reason"),
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
        note: Phrase("Characters are Unicode scalars; a run of white space counts as one."))
}
