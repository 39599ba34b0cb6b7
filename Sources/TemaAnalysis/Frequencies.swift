import TemaModel

/// The frequency of each code: passages, documents and hits, and their shares of all passages, documents and words.
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
                column("passages", .passages, bar: true), column("documents", .documents), column("hits", .hits),
                Table.Column("own_passages", "own", style: .integer), column("passages_percent", .percent),
                column("documents_percent", .documentsPercent), column("hits_per_1000_words", .rate),
                Table.Column("segments", "segments", style: .integer, for: .programs),
            ])
        let rows = CodeRows(codes, level: level).rows { code in
            [ComparisonMeasure.passages, .documents, .hits].map { $0.cell(of: code, in: tally) }
                + [.integer(tally[code].own)]
                + [ComparisonMeasure.percent, .documentsPercent, .rate].map { $0.cell(of: code, in: tally) }
                + [.integer(tally[code].segments)]
        }
        return Table(layout, rows: rows, notes: notes + CodeRows.notes(on: rows))
    }

    private func column(_ name: String, _ measure: ComparisonMeasure, bar: Bool = false) -> Table.Column {
        Table.Column(name, measure.label, style: measure.style, bar: bar)
    }

    private var notes: [Phrase] {
        [
            Phrase(
                """
                Passages and documents: those with the code or a code below it, each counted once. Hits: pieces \
                of evidence, added up. Own: passages coded with the code itself.
                """),
            Phrase(
                """
                Denominators: \(count: tally.passages, "passage") of the coded kinds, \
                \(count: tally.documents, "document") (including those without such passages), \
                \(count: tally.words, "word") in those passages.
                """),
        ]
    }
}
