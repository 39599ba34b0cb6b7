public import TemaModel

/// Quotes in the order of their codes, for formats with a heading for each code. All rows are in memory.
public struct QuotesByCode: Sendable {
    private let citation: Int?
    private var rows: [[Table.Row]]
    /// The ids of the documents with each citation.
    private var cited: [Table.Cell: Set<Table.Cell>] = [:]

    /// Creates an empty collection for a listing of the quotes of codes.
    public init(_ listing: QuoteListing, _ codes: CodeList) {
        citation = listing.layout.columns.firstIndex { $0.name == "citation" }
        rows = Array(repeating: [], count: codes.count)
    }

    /// Adds the row of a quote.
    ///
    /// - Parameter code: The number of its code.
    public mutating func add(_ row: Table.Row, of code: Int) {
        rows[code].append(row)
        if let citation, let id = row.cells.first { cited[row.cells[citation], default: []].insert(id) }
    }

    /// Passes the rows to a body in the order of the codes, and for one code in the order in which they were added. A citation
    /// that several documents have is followed by the document's id.
    ///
    /// - Throws: What the body throws.
    public func each(_ body: (Table.Row) throws(Problem) -> Void) throws(Problem) {
        for var row in rows.joined() {
            if let citation, case .text(let label) = row.cells[citation], case .text(let id)? = row.cells.first,
                cited[row.cells[citation]]?.count ?? 0 > 1
            {
                row.cells[citation] = .text("\(label) [\(id)]")
            }
            try body(row)
        }
    }
}
