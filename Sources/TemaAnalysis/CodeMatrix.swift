import TemaModel

/// A document × code matrix: one row per document, in byte order of document ids, and one column per code.
///
/// A cell is 1 if a passage of the document is coded with the code or a descendant, otherwise 0.
public struct CodeMatrix: Statistic {
    private let codes: CodeList
    private let level: Int?
    private var document: DocumentTally
    /// The codes of each document, by document id, unordered.
    private var found: [String: [Int]] = [:]

    /// Creates an empty matrix.
    ///
    /// - Parameters:
    ///   - codes: The codes of the codebook.
    ///   - level: The depth of the codes in the table, 1 for the top level; all codes if `nil`.
    public init(codes: CodeList, level: Int? = nil) {
        (self.codes, self.level) = (codes, level)
        document = DocumentTally(codes)
    }

    /// Records the codes of a document.
    public mutating func add(_ coded: CodedDocument) {
        document.count(coded)
        found[coded.document.id] = document.codes
    }

    /// Adds the documents of another matrix.
    public mutating func merge(_ other: CodeMatrix) {
        found.merge(other.found) { $0 + $1 }
    }

    /// Returns one row for each document, ordered by id, and one column for each code.
    public func table() -> Table {
        let shown = codes.entries.indices.filter { level == nil || codes.entries[$0].depth == level }
        let columns = shown.map {
            Table.Column(codes.entries[$0].path, Phrase(verbatim: codes.entries[$0].name), style: .integer)
        }
        let rows = found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { id, codes in
            let codes = Set(codes)
            return Table.Row([.text(id)] + shown.map { .integer(codes.contains($0) ? 1 : 0) })
        }
        return Table(
            Table.Layout(title: "Codes by document", columns: [.document] + columns), rows: rows,
            notes: [Phrase("1 if a passage of the document is coded with the code or a code below it, otherwise 0.")])
    }
}
