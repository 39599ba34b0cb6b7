public import TemaModel

/// A table of automatic codings or of a code's quotes, whose rows are made document by document.
public struct CodingListing: Sendable {
    /// The title and columns of the table.
    public let layout: Table.Layout
    /// Passes the rows of a document to a function, one at a time, because a document may have many rows.
    ///
    /// - Throws: What the function throws.
    public let each: @Sendable (CodedDocument, (Table.Row) throws(Problem) -> Void) throws(Problem) -> Void
    let note: @Sendable (Int) -> Phrase

    /// Returns the notes of a listing of a number of documents.
    public func notes(documents: Int) -> [Phrase] { [note(documents)] }

    /// Returns a listing of all automatic codings with their evidence.
    ///
    /// - Parameters:
    ///   - codes: The codes.
    ///   - isLong: Whether each piece of evidence is a row.
    public static func codings(_ codes: CodeList, isLong: Bool = false) -> CodingListing {
        let form = isLong ? CodingForm.long : .automatic
        return CodingListing(layout: Table.Layout(title: "Codings", columns: form.columns)) {
            coded, add throws(Problem) in
            let offsets = ScalarOffsets(coded.document.text)
            for coding in coded.codings {
                guard let listed = ListedCoding(coding, of: coded, offsets, codes) else { continue }
                for row in form.rows(listed) { try add(row) }
            }
        } note: {
            isLong
                ? Phrase(
                    """
                    \(count: $0, "document"), coded by \(codes.codebook.coder). Each match of an indicator is a row. Start \
                    and end are those of the matched words, in Unicode scalars.
                    """)
                : Phrase(
                    """
                    \(count: $0, "document"), coded by \(codes.codebook.coder). Each code is assigned to a passage once. \
                    Start and end are those of the passage, in Unicode scalars.
                    """)
        }
    }

    /// Returns a listing of all matches of a code and its descendants, in context.
    ///
    /// - Parameters:
    ///   - code: The number of the code.
    ///   - codes: The codes.
    ///   - context: The number of Unicode scalars of context on each side.
    public static func quotes(of code: Int, in codes: CodeList, context: Int) -> CodingListing {
        let layout = Table.Layout(
            title: "Quotes",
            columns: [
                .init("document", "Document"), .init("passage", "Passage", style: .ordinal),
                .init("section_type", "Section type", for: .programs), .init("code", "Code", for: .programs),
                .init("start", "Start", style: .ordinal, for: .programs),
                .init("end", "End", style: .ordinal, for: .programs),
                .init("before", "Before", style: .rightText), .init("match", "Match"), .init("after", "After"),
                .init("indicator", "Indicator", for: .programs), .init("text", "Text", for: .programs),
            ])
        let subtree = code..<codes.entries[code].end
        return CodingListing(layout: layout) { coded, add throws(Problem) in
            let offsets = ScalarOffsets(coded.document.text)
            for coding in coded.codings where subtree.contains(coding.code) {
                for evidence in coded.evidence(of: coding) {
                    try add(
                        quote(
                            coded.document, coding, evidence: evidence, offsets: offsets, codes: codes, context: context
                        ))
                }
            }
        } note: {
            Phrase("\(count: $0, "document"). \(codes.entries[code].path) and its descendants, one match per row.")
        }
    }

    private static func quote(
        _ document: Document, _ coding: Coding, evidence: Evidence, offsets: ScalarOffsets, codes: CodeList,
        context: Int
    ) -> Table.Row {
        let passage = document.passages[coding.passage]
        let span = offsets.scalars(evidence.span)
        let whole = offsets.scalars(passage.span)
        let start = offsets.utf8(at: max(whole.lowerBound, span.lowerBound - context)) ?? passage.span.lowerBound
        let end = offsets.utf8(at: min(whole.upperBound, span.upperBound + context)) ?? passage.span.upperBound
        return Table.Row([
            .text(document.id), .integer(coding.passage), .text(passage.sectionType.rawValue),
            .text(codes.entries[coding.code].path), .integer(span.lowerBound), .integer(span.upperBound),
            .text(document.text.string(start..<evidence.span.lowerBound)), .text(document.text.string(evidence.span)),
            .text(document.text.string(evidence.span.upperBound..<end)),
            evidence.isByHand
                ? .empty : .text(codes.indicators[evidence.indicator].indicator.match),
            .text(document.string(of: passage)),
        ])
    }
}
