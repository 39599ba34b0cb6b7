public import TemaModel
public import TemaStudy

/// A table of a study's hand codings. Its first columns are those of ``CodingListing/codings(_:)``.
public enum HandCodingListing {
    /// The title and columns of the table.
    public static let layout = Table.Layout(
        title: "Hand codings",
        columns: [
            .init("document", "Document"), .init("passage", "Passage", style: .integer), .init("code", "Code"),
            .init("coder", "Coder"), .init("start", "Start", style: .integer, for: .programs),
            .init("end", "End", style: .integer, for: .programs), .init("evidence", "Evidence", for: .programs),
            .init("id", "Id", for: .programs), .init("short_id", "Id", for: .people), .init("state", "State"),
            .init("score", "Score", style: .decimal(places: 4, shown: 2), for: .programs),
            .init("at", "Time", for: .programs), .init("quote", "Quote"),
        ])

    /// Passes each coding's row to a body, document by document, and returns the notes.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read, or what the body throws.
    public static func each(
        _ study: Study, of choice: CoderChoice, _ body: (Table.Row) throws(Problem) -> Void
    ) throws(Problem) -> [Phrase] {
        var count = 0
        for id in try study.codedDocuments() {
            var offsets: [String: ScalarOffsets] = [:]
            for coding in try study.codings(of: id, by: choice.name) {
                let known = offsets[coding.hash]
                let places =
                    if let known { known } else { ScalarOffsets(try study.document(id, hash: coding.hash).text) }
                offsets[coding.hash] = places
                try body(row(coding, places.scalars(coding.span)))
                count += 1
            }
        }
        let found =
            if let name = choice.name {
                Phrase("\(count: count, "coding") by \(name).")
            } else {
                Phrase("\(count: count, "coding") by all coders.")
            }
        return [
            Phrase(
                """
                \(found) Start and end are in Unicode scalars of the document's text or, for an orphaned coding, of its \
                old text.
                """)
        ]
    }

    private static func row(_ coding: HandCoding, _ span: Range<Int>) -> Table.Row {
        let (start, end) = (Table.Cell.integer(span.lowerBound), Table.Cell.integer(span.upperBound))
        return Table.Row([
            .text(coding.document), .integer(coding.passage), .text(coding.code), .text(coding.coder), start, end,
            .list([.record([Table.Field("start", start), Table.Field("end", end)])]), .text(coding.id),
            .text(String(coding.id.prefix(8))), .text(coding.state.rawValue), .number(coding.score),
            .text(coding.at), .text(coding.quote),
        ])
    }
}
