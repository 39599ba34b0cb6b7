import TemaFormats
public import TemaModel

/// Quotes in the order of their codes, for formats with a heading for each code.
///
/// Many quotes are stored in a temporary file, as JSON without the cells that these formats do not need. Copies share it.
public struct QuotesByCode {
    private let indices: [String: Int]
    private let quotes = TemporaryBytes()
    /// The places of each code's quotes.
    private var places: [[Range<Int>]]
    /// The ids of the documents with each citation.
    private var cited: [Table.Cell: Set<Table.Cell>] = [:]

    /// Creates an empty collection for a listing of the quotes of codes.
    public init(_ listing: QuoteListing, _ codes: CodeList) {
        indices = Dictionary(listing.layout.columns.enumerated().map { ($1.name, $0) }) { first, _ in first }
        places = Array(repeating: [], count: codes.count)
    }

    /// Adds the row of a quote.
    ///
    /// - Parameter code: The number of its code.
    /// - Throws: A ``Problem`` if the temporary file cannot be written.
    public mutating func add(_ row: Table.Row, of code: Int) throws(Problem) {
        guard let document = indices["document"], let citation = indices["citation"], let evidence = indices["evidence"]
        else { return }
        var cells = row.cells
        cited[cells[citation], default: []].insert(cells[document])
        for name in ["before", "match", "after"] {
            if let index = indices[name] { cells[index] = .empty }
        }
        cells[evidence] = Self.marks(cells[evidence])
        places[code].append(try quotes.add(Self.json(.list(cells)).utf8))
    }

    /// Returns the starts and ends of the matched words, one after the other.
    private static func marks(_ evidence: Table.Cell) -> Table.Cell {
        guard case .list(let records) = evidence else { return .empty }
        return .list(
            records.flatMap { record in
                if case .record(let fields) = record { fields.prefix(2).map(\.value) } else { [Table.Cell]() }
            })
    }

    /// Returns the reverse of ``marks(_:)``, with the names of the fields.
    private static func evidence(_ marks: Table.Cell) -> Table.Cell {
        guard case .list(let ends) = marks else { return .empty }
        return .list(
            stride(from: 0, to: ends.count - 1, by: 2).map {
                .record([Table.Field("start", ends[$0]), Table.Field("end", ends[$0 + 1])])
            })
    }

    private static func json(_ cell: Table.Cell) -> String {
        switch cell {
        case .text(let text): JSONText.string(text)
        case .phrase(let phrase): JSONText.string(phrase.description)
        case .integer(let integer): String(integer)
        case .list(let items): JSONText.list(items.map(json))
        case .empty, .number, .record: "null"
        }
    }

    private static func cell(_ value: JSONValue) -> Table.Cell {
        switch value {
        case .text(let text): .text(text)
        case .number(let number): Int(number).map(Table.Cell.integer) ?? .empty
        case .list(let items): .list(items.map(cell))
        case .flag, .object, .nothing: .empty
        }
    }

    /// Passes the rows to a body in the order of the codes, and for one code in the order in which they were added. A citation
    /// that several documents have is followed by the document's id.
    ///
    /// - Throws: What the body throws, or a ``Problem`` if the temporary file cannot be read.
    public func each(_ body: (Table.Row) throws(Problem) -> Void) throws(Problem) {
        guard let document = indices["document"], let citation = indices["citation"], let evidence = indices["evidence"]
        else { return }
        for place in places.joined() {
            guard case .list(var cells) = Self.cell(try JSONValue(try quotes.bytes(place))) else { continue }
            if case .text(let label) = cells[citation], case .text(let id) = cells[document],
                cited[cells[citation]]?.count ?? 0 > 1
            {
                cells[citation] = .text("\(label) [\(id)]")
            }
            cells[evidence] = Self.evidence(cells[evidence])
            try body(Table.Row(cells))
        }
    }
}
