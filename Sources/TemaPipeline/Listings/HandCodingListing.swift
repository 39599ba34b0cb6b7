public import TemaModel
public import TemaStudy

/// A table of a study's hand codings. Its first columns are those of ``CodingListing/codings(_:isLong:)``.
public struct HandCodingListing: Sendable {
    private let form: CodingForm

    /// Creates a listing.
    ///
    /// - Parameter isLong: Whether the columns are those of a listing with one row for each piece of evidence.
    public init(isLong: Bool = false) { form = isLong ? .long : .mixed }

    /// The title and columns of the table.
    public var layout: Table.Layout { Table.Layout(title: "Hand codings", columns: form.columns) }

    /// Passes each coding's row to a body, document by document, and returns the notes.
    ///
    /// - Parameters:
    ///   - study: The study.
    ///   - choice: The coders.
    ///   - begin: Is called with the id of each document before its rows.
    ///   - body: Receives the rows.
    /// - Throws: A ``Problem`` if the study cannot be read, or what the bodies throw.
    public func each(
        _ study: Study, of choice: CoderChoice, document begin: (String) throws(Problem) -> Void = { _ in },
        _ body: (Table.Row) throws(Problem) -> Void
    ) throws(Problem) -> [Phrase] {
        var count = 0
        for id in try study.codedDocuments() {
            let codings = try study.codings(of: id, by: choice.name)
            guard !codings.isEmpty else { continue }
            try begin(id)
            var offsets: [String: ScalarOffsets] = [:]
            for coding in codings {
                let known = offsets[coding.hash]
                let places =
                    if let known { known } else { ScalarOffsets(try study.document(id, hash: coding.hash).text) }
                offsets[coding.hash] = places
                for row in form.rows(ListedCoding(coding, places)) { try body(row) }
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
}

extension CodedCorpus {
    /// Returns a listing of the codings that count: of files, the automatic ones; of a study, also those made by hand.
    ///
    /// - Parameter isLong: Whether each piece of evidence is a row.
    public func codingListing(isLong: Bool = false) -> CodingListing {
        guard case .study(let study) = input, codings == .final else { return .codings(codes, isLong: isLong) }
        return .final(study, codes, isLong ? .long : .mixed)
    }
}

extension CodingListing {
    /// Returns a listing of a study's hand codings, without orphaned ones, and of the automatic ones that count with them.
    /// Automatic ones have the state `automatic`.
    fileprivate static func final(_ study: Study, _ codes: CodeList, _ form: CodingForm) -> CodingListing {
        CodingListing(layout: Table.Layout(title: "Codings", columns: form.columns)) { coded, add throws(Problem) in
            let offsets = ScalarOffsets(coded.document.text)
            var listed: [ListedCoding] = []
            for coding in try study.codings(of: coded.document.id) where coding.state != .lost {
                listed.append(ListedCoding(coding, offsets))
            }
            listed += coded.codings.compactMap { ListedCoding($0, of: coded, offsets, codes) }
            // A stable sort, so that hand codings come first in their passage.
            for (_, coding) in listed.enumerated().sorted(by: {
                ($0.element.passage, $0.offset) < ($1.element.passage, $1.offset)
            }) {
                for row in form.rows(coding) { try add(row) }
            }
        } note: {
            form == .long
                ? Phrase(
                    "\(count: $0, "document"). Each match of an indicator and each coding by hand is a row. Start and end are those of its words, in Unicode scalars."
                )
                : Phrase(
                    "\(count: $0, "document"). Start and end are in Unicode scalars: of the coded words or, for an automatic coding, of the passage."
                )
        }
    }
}
