public import TemaModel

/// Quotes in the order of their codes, for formats with a heading for each code. All quotes are in memory.
public struct QuotesByCode: Sendable {
    /// A row without the cells that these formats do not need, and with its evidence in less memory.
    private struct Held {
        var cells: [Table.Cell]
        let marks: [(start: Int32, end: Int32)]
    }

    private let indices: [String: Int]
    private var held: [[Held]]
    /// The ids of the documents with each citation.
    private var cited: [Table.Cell: Set<Table.Cell>] = [:]

    /// Creates an empty collection for a listing of the quotes of codes.
    public init(_ listing: QuoteListing, _ codes: CodeList) {
        indices = Dictionary(listing.layout.columns.enumerated().map { ($1.name, $0) }) { first, _ in first }
        held = Array(repeating: [], count: codes.count)
    }

    /// Adds the row of a quote.
    ///
    /// - Parameter code: The number of its code.
    public mutating func add(_ row: Table.Row, of code: Int) {
        guard let document = indices["document"], let citation = indices["citation"], let evidence = indices["evidence"]
        else { return }
        var cells = row.cells
        cited[cells[citation], default: []].insert(cells[document])
        for name in ["before", "match", "after", "evidence"] {
            if let index = indices[name] { cells[index] = .empty }
        }
        held[code].append(Held(cells: cells, marks: Self.marks(row.cells[evidence])))
    }

    private static func marks(_ evidence: Table.Cell) -> [(start: Int32, end: Int32)] {
        guard case .list(let records) = evidence else { return [] }
        return records.compactMap { record in
            guard case .record(let fields) = record, fields.count >= 2, case .integer(let start) = fields[0].value,
                case .integer(let end) = fields[1].value, let start = Int32(exactly: start),
                let end = Int32(exactly: end)
            else { return nil }
            return (start, end)
        }
    }

    /// Passes the rows to a body in the order of the codes, and for one code in the order in which they were added. A citation
    /// that several documents have is followed by the document's id.
    ///
    /// - Throws: What the body throws.
    public func each(_ body: (Table.Row) throws(Problem) -> Void) throws(Problem) {
        guard let document = indices["document"], let citation = indices["citation"], let evidence = indices["evidence"]
        else { return }
        for quote in held.joined() {
            var cells = quote.cells
            if case .text(let label) = cells[citation], case .text(let id) = cells[document],
                cited[cells[citation]]?.count ?? 0 > 1
            {
                cells[citation] = .text("\(label) [\(id)]")
            }
            cells[evidence] = .list(
                quote.marks.map { mark in
                    .record([
                        Table.Field("start", .integer(Int(mark.start))), Table.Field("end", .integer(Int(mark.end))),
                    ])
                })
            try body(Table.Row(cells))
        }
    }
}
