public import TemaModel

/// A table of codings, whose rows are made document by document.
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
}
