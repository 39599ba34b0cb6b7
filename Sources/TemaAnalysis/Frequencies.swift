import TemaModel

/// How often each code was found: in passages, in articles, in hits, and as shares of all of them.
public struct Frequencies: Statistic {
    private let codes: CodeList
    private let level: Int?
    private var document: DocumentTally
    private var tally = Tally()

    /// - Parameter level: the depth of the codes to tell about, 1 for those at the top; all codes where it is nothing.
    public init(codes: CodeList, level: Int? = nil) {
        self.codes = codes
        self.level = level
        document = DocumentTally(codes)
    }

    public mutating func add(_ coded: CodedDocument) {
        document.count(coded)
        tally.add(document)
    }

    public mutating func merge(_ other: Frequencies) { tally.merge(other.tally) }

    public func table() -> Table {
        let layout = Table.Layout(
            title: "Code frequencies",
            columns: CodeRows.columns + [
                column("passages", .passages, bar: true), column("articles", .articles), column("hits", .hits),
                Table.Column("own_passages", "own passages", style: .integer), column("passages_percent", .percent),
                column("articles_percent", .articlesPercent), column("hits_per_1000_words", .rate),
            ])
        let rows = CodeRows(codes, level: level).rows { code in
            [ComparisonMeasure.passages, .articles, .hits].map { $0.cell(of: code, in: tally) }
                + [.integer(tally[code].own)]
                + [ComparisonMeasure.percent, .articlesPercent, .rate].map { $0.cell(of: code, in: tally) }
        }
        return Table(layout, rows: rows, notes: notes + CodeRows.notes(on: rows))
    }

    private func column(_ name: String, _ measure: ComparisonMeasure, bar: Bool = false) -> Table.Column {
        Table.Column(name, measure.label, style: measure.style, bar: bar)
    }

    private var notes: [String] {
        [
            "Passages and articles are those with evidence of the code or of one below it, each counted once;"
                + " hits are its pieces of evidence, added up; own passages are those coded with the code itself.",
            "Shares are of \(tally.passages) passages of the coded kinds, \(tally.articles) articles"
                + " (also those without such a passage) and \(tally.words) words of those passages.",
        ]
    }
}
