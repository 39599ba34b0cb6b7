import TemaModel

/// Tests whether a code's share differs between the groups of a variable: one test per code, and one number per group.
struct ComparisonTests {
    /// What is counted with and without the code.
    enum Unit {
        /// Passages or documents, in Pearson's or Fisher's test.
        case passages, documents
        /// Words: a code's hits against all other words, in a log-likelihood test.
        case words
    }

    let codes: CodeList
    let level: Int?
    let variable: ComparisonVariable
    let groups: [(name: String, tally: Tally)]
    let total: Tally
    let unit: Unit

    /// The result of a code's test.
    struct Result {
        /// The cells of χ² or G², degrees of freedom, p and other measures, by column name.
        var cells: [String: Table.Cell] = [:]
        var p: Double?
        /// For each group, the adjusted residual or the signed log-likelihood.
        var groups: [Double?]
    }

    /// Whether every unit is in exactly one group. Otherwise a test would count units several times or not at all.
    var areDisjoint: Bool { groups.reduce(0) { $0 + unit.all($1.tally) } == unit.all(total) }

    func table(names: [String]) -> Table {
        let shown = codes.entries.indices.filter { level == nil || codes.entries[$0].depth == level }
        let results = Dictionary(uniqueKeysWithValues: shown.map { ($0, result(of: $0)) })
        let defined = shown.compactMap { code in results[code]?.p.map { (code, $0) } }
        let q = Dictionary(
            uniqueKeysWithValues: zip(defined.map(\.0), BenjaminiHochberg.adjusted(defined.map { .init(p: $0.1) })))
        let rows = CodeRows(codes, level: level).rows { code in
            guard var result = results[code] else { return [] }
            result.cells["q"] = q[code].map { .number($0) }
            return columns.map { result.cells[$0.name] ?? .empty }
                + result.groups.map { $0.map { .number($0) } ?? .empty }
        }
        return Table(layout(names), rows: rows, notes: notes)
    }

    private func result(of code: Int) -> Result {
        guard areDisjoint else { return Result(groups: groups.map { _ in nil }) }
        let counts = groups.map { ChiSquared.Group(unit.count(code, $0.tally), of: unit.all($0.tally)) }
        return unit == .words ? Result(keyness: counts) : Result(ChiSquared(counts))
    }

    private func layout(_ names: [String]) -> Table.Layout {
        let prefix = unit == .words ? "keyness" : "residual"
        let style = Table.Column.Style.decimal(places: 6, shown: 2)
        return Table.Layout(
            title: "Codes by \(variable.label): tests over \(unit.noun)",
            columns: CodeRows.columns + columns
                + zip(names, groups).map {
                    Table.Column("\(prefix)_\($0)", ComparisonVariable.label(ofGroup: $1.name), style: style)
                }, mainColumn: unit == .words ? "log_likelihood" : "chi_squared")
    }

    private var columns: [Table.Column] {
        let significant = Table.Column.Style.significant(digits: 6, shown: 2)
        let decimal = Table.Column.Style.decimal(places: 6, shown: 2)
        let likelihood = Table.Column("log_likelihood", "G²", style: decimal)
        let p = Table.Column("p", "p", style: significant, rank: .main)
        let q = Table.Column("q", "q", style: significant, rank: .main)
        let degrees = Table.Column("degrees", "df", style: .integer, rank: .minor)
        guard unit != .words else { return [likelihood, degrees, p, q] }
        return [
            .init("chi_squared", "χ²", style: decimal), degrees, p, .init("test", "test", rank: .usual), q,
            .init("cramers_v", "V", style: decimal), likelihood,
        ]
    }

    private var notes: [Phrase] {
        guard areDisjoint else {
            return [
                Phrase(
                    "No test: some \(unit.counted) are in several groups or in no group. Compare by another variable.")
            ]
        }
        return unit == .words ? Self.keynessNotes : proportionNotes
    }

    private static let keynessNotes = [
        Phrase(
            """
            Each test compares the hits of the code with all other words of the passages of the coded kinds across the \
            groups. G² = 2 · Σ O · ln(O / E), the log-likelihood ratio; p: of G² in the χ² distribution. q: \
            Benjamini–Hochberg adjusted p over all codes shown.
            """),
        Phrase(
            """
            Group columns: keyness, G² of the group against all other groups; negative if the code is less frequent in the \
            group. Empty if the code has more hits than there are words.
            """),
        Phrase("Hits of one document are not independent: p tends to be too small."),
    ]

    private var proportionNotes: [Phrase] {
        [
            Phrase(
                """
                Each test compares the \(unit.counted) with and without the code across the groups. χ²: Pearson's test. \
                p: of χ², or of Fisher's exact test for two groups if an expected count is below 5. q: \
                Benjamini–Hochberg adjusted p over all codes shown.
                """),
            Phrase(
                """
                V: Cramér's V. G²: log-likelihood ratio. Group columns: adjusted standardized residuals; beyond \
                ±2, the code is more or less frequent in the group than expected under independence.
                """),
            unit == .documents
                ? Phrase("Each document is counted once.")
                : Phrase("Passages of one document are not independent: p tends to be too small."),
        ]
    }
}

extension ComparisonTests.Unit {
    func all(_ tally: Tally) -> Int {
        switch self {
        case .passages: tally.passages
        case .documents: tally.documents
        case .words: tally.words
        }
    }

    func count(_ code: Int, _ tally: Tally) -> Int {
        switch self {
        case .passages: tally[code].passages
        case .documents: tally[code].documents
        case .words: tally[code].hits
        }
    }

    fileprivate var noun: Phrase {
        switch self {
        case .passages: Phrase("passages")
        case .documents: Phrase("documents")
        case .words: Phrase("words")
        }
    }

    /// What is counted, as in a note.
    fileprivate var counted: Phrase {
        self == .passages ? Phrase("passages of the coded kinds") : noun
    }
}

extension ComparisonTests.Result {
    /// Pearson's test or, for two groups if an expected count is below 5, Fisher's exact test.
    init(_ test: ChiSquared) {
        self.init(groups: test.adjustedResiduals)
        cells = [
            "chi_squared": Self.cell(test.statistic), "degrees": test.degrees.map(Table.Cell.integer) ?? .empty,
            "cramers_v": Self.cell(test.cramersV), "log_likelihood": Self.cell(test.logLikelihood),
        ]
        guard let chi = test.p, let least = test.leastExpected else { return }
        let fisher = least < 5 ? test.fisher : nil
        p = fisher ?? chi
        cells["p"] = Self.cell(p)
        cells["test"] = .phrase(
            fisher != nil
                ? Phrase(verbatim: "Fisher") : least < 5 ? Phrase("χ², expected < 5") : Phrase(verbatim: "χ²"))
    }

    /// The log-likelihood test of hits among words.
    init(keyness counts: [ChiSquared.Group]) {
        self.init(groups: counts.map { _ in nil })
        // Hits of several indicators can be in one word, so a dense code can have more hits than words.
        guard counts.allSatisfy({ $0.count <= $0.total }) else { return }
        let test = ChiSquared(counts)
        groups = counts.indices.map { test.keyness(of: $0) }
        p = test.likelihoodP
        cells = [
            "log_likelihood": Self.cell(test.logLikelihood), "degrees": test.degrees.map(Table.Cell.integer) ?? .empty,
            "p": Self.cell(p),
        ]
    }

    private static func cell(_ value: Double?) -> Table.Cell { value.map(Table.Cell.number) ?? .empty }
}
