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
                try body(row(coding, places))
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

    /// Returns the row of a coding, given the offsets of the text that it is in.
    fileprivate static func row(_ coding: HandCoding, _ offsets: ScalarOffsets) -> Table.Row {
        let span = offsets.scalars(coding.span)
        let (start, end) = (Table.Cell.integer(span.lowerBound), Table.Cell.integer(span.upperBound))
        return Table.Row([
            .text(coding.document), .integer(coding.passage), .text(coding.code), .text(coding.coder), start, end,
            .list([.record([Table.Field("start", start), Table.Field("end", end)])]), .text(coding.id),
            .text(String(coding.id.prefix(8))), .text(coding.state.rawValue), .number(coding.score),
            .text(coding.at), .text(coding.quote),
        ])
    }
}

extension CodedCorpus {
    /// A listing of the codings that count: of files, the automatic ones; of a study, also those made by hand.
    public var codingListing: CodingListing {
        guard case .study(let study) = input, codings == .final else { return .codings(codes) }
        return .final(study, codes)
    }
}

extension CodingListing {
    /// Returns a listing of a study's hand codings, without orphaned ones, and of the automatic ones that count with them.
    /// Automatic ones have the state `automatic` and no id.
    fileprivate static func final(_ study: Study, _ codes: CodeList) -> CodingListing {
        var layout = HandCodingListing.layout
        layout.title = Phrase("Codings")
        return CodingListing(layout: layout) { coded, add throws(Problem) in
            let offsets = ScalarOffsets(coded.document.text)
            var rows: [(passage: Int, row: Table.Row)] = []
            for coding in try study.codings(of: coded.document.id) where coding.state != .lost {
                rows.append((coding.passage, HandCodingListing.row(coding, offsets)))
            }
            for coding in coded.codings {
                let evidence = coded.evidence(of: coding).filter { !$0.isByHand }
                guard !evidence.isEmpty else { continue }
                rows.append((coding.passage, automatic(coding, evidence, of: coded.document, offsets, codes)))
            }
            // A stable sort, so that hand codings come first in their passage.
            for (_, row) in rows.enumerated().sorted(by: {
                ($0.element.passage, $0.offset) < ($1.element.passage, $1.offset)
            })
            .map(\.element) { try add(row) }
        } note: {
            Phrase(
                "\(count: $0, "document"). Start and end are in Unicode scalars: of the coded words or, for an automatic coding, of the passage."
            )
        }
    }

    private static func automatic(
        _ coding: Coding, _ evidence: [Evidence], of document: Document, _ offsets: ScalarOffsets, _ codes: CodeList
    ) -> Table.Row {
        let span = offsets.scalars(document.passages[coding.passage].span)
        return Table.Row([
            .text(document.id), .integer(coding.passage), .text(codes.entries[coding.code].path),
            .text(codes.codebook.coder), .integer(span.lowerBound), .integer(span.upperBound),
            .list(evidence.map { record($0, offsets, codes: codes) }), .empty, .empty, .text("automatic"), .empty,
            .empty, .text(evidence.map { document.text.string($0.span) }.joined(separator: " | ")),
        ])
    }
}
