import TemaModel

/// The frequency of each code: passages, documents, hits and segments, and their shares of all passages, documents and
/// words.
public struct Frequencies: Statistic {
    private let codes: CodeList
    private let level: Int?
    private var document: DocumentTally
    private var tally = Tally()

    /// Creates an empty statistic.
    ///
    /// - Parameters:
    ///   - codes: The codes of the codebook.
    ///   - level: The depth of the codes in the table, 1 for the top level; all codes if `nil`.
    public init(codes: CodeList, level: Int? = nil) {
        self.codes = codes
        self.level = level
        document = DocumentTally(codes)
    }

    /// Counts a document, and the passages and hits of each code in it.
    public mutating func add(_ coded: CodedDocument) {
        document.count(coded)
        tally.add(document)
    }

    /// Adds the counts of another value for the same codes.
    public mutating func merge(_ other: Frequencies) { tally.merge(other.tally) }

    /// Returns one row for each code, in codebook order.
    public func table() -> Table {
        let layout = Table.Layout(
            title: "Code frequencies",
            columns: CodeRows.columns + [
                column("passages", .passages, bar: true, rank: .main), column("documents", .documents),
                // Of a coding by hand, the number of pieces is that of the passages that it covers.
                column("hits", .hits, rank: tally.hasHandCodings ? .minor : .usual),
                Table.Column(
                    "own_passages", "own", style: .integer,
                    definition: Phrase("Own: passages coded with the code itself."), rank: .minor),
                column("passages_percent", .percent), column("documents_percent", .documentsPercent),
                column("hits_per_1000_words", .rate, rank: .minor),
                Table.Column(
                    "segments", "segments", style: .integer, for: tally.hasHandCodings ? .everyone : .programs,
                    definition: Phrase(
                        """
                        Segments: codings, added up. A span coded by hand is one, however many passages it covers; a \
                        passage coded automatically is one.
                        """)),
            ], mainColumn: "passages")
        let rows = CodeRows(codes, level: level).rows { code in FrequencyMeasure.allCases.map { $0.cell(code, tally) } }
        return Table(layout, rows: rows, notes: [tally.denominators] + CodeRows.notes(on: rows))
    }

    /// Returns one row for each code and measure, with the count and the denominator that the value is computed from.
    ///
    /// A share is 100 · count / of, a rate 1,000 · count / of, and any other value the count itself.
    public func longTable() -> Table {
        let layout = Table.Layout(
            title: "Code frequencies", columns: CodeRows.columns + [.init("measure", "measure")] + Table.longColumns)
        let rows = CodeRows(codes, level: level).manyRows { code in
            FrequencyMeasure.allCases.map { measure in
                let (count, all) = measure.parts(code, tally)
                return [
                    .text(measure.rawValue), measure.cell(code, tally), .integer(count),
                    all.map { .integer($0) } ?? .empty,
                ]
            }
        }
        let value = CodeRows.columns.count + 1
        return Table(
            layout, rows: rows, notes: [tally.denominators] + CodeRows.notes(on: rows, first: value, last: value))
    }

    private func column(
        _ name: String, _ measure: ComparisonMeasure, bar: Bool = false, rank: Table.Column.Rank = .usual
    ) -> Table.Column {
        Table.Column(
            name, measure.label, style: measure.style, bar: bar, definition: measure.definition, rank: rank)
    }
}

/// The numbers of a code's row, by the name of their column.
private enum FrequencyMeasure: String, CaseIterable {
    case passages, documents, hits
    case own = "own_passages"
    case percent = "passages_percent"
    case documentsPercent = "documents_percent"
    case rate = "hits_per_1000_words"
    case segments

    private var measure: ComparisonMeasure? {
        switch self {
        case .passages: .passages
        case .documents: .documents
        case .hits: .hits
        case .percent: .percent
        case .documentsPercent: .documentsPercent
        case .rate: .rate
        case .own, .segments: nil
        }
    }

    func cell(_ code: Int, _ tally: Tally) -> Table.Cell {
        measure?.cell(of: code, in: tally) ?? .integer(parts(code, tally).count)
    }

    /// Returns the count and the denominator; segments have none.
    func parts(_ code: Int, _ tally: Tally) -> (count: Int, all: Int?) {
        switch self {
        case .own: return (tally[code].own, tally.passages)
        case .segments: return (tally[code].segments, nil)
        case .passages, .documents, .hits, .percent, .documentsPercent, .rate:
            let parts = measure?.parts(of: code, in: tally, total: tally)
            return (parts?.count ?? 0, parts?.all)
        }
    }
}

extension Tally {
    /// The denominators of shares, as a note.
    fileprivate var denominators: Phrase {
        Phrase(
            """
            Denominators: \(count: passages, "passage") of the coded kinds, \(count: documents, "document") (including \
            those without such passages), \(count: words, "word") in those passages.
            """)
    }
}

extension Table {
    /// The last columns of tables with one number a row.
    static let longColumns: [Column] = [
        .init("value", "value", style: .decimal(places: 6, shown: 2), rank: .main),
        .init("count", "count", style: .integer), .init("of", "of", style: .integer),
    ]
}
