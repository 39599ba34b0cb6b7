import TemaModel

/// Tests whether a code's share differs between the groups of a variable: one test per code, one residual per group.
struct ComparisonTests {
    let codes: CodeList
    let level: Int?
    let variable: ComparisonVariable
    let groups: [(name: String, tally: Tally)]
    let total: Tally
    /// Whether documents are counted instead of passages.
    let ofDocuments: Bool

    /// Whether every unit is in exactly one group. Otherwise a test would count units several times or not at all.
    private var areDisjoint: Bool {
        groups.reduce(0) { $0 + all($1.tally) } == all(total)
    }

    private func all(_ tally: Tally) -> Int { ofDocuments ? tally.documents : tally.passages }

    private func test(_ code: Int) -> ChiSquared {
        ChiSquared(
            areDisjoint
                ? groups.map {
                    ChiSquared.Group(
                        ofDocuments ? $0.tally[code].documents : $0.tally[code].passages, of: all($0.tally))
                }
                : [])
    }

    /// Returns the p-value and the name of the test: Fisher's exact test for two groups if an expected count is below
    /// 5, otherwise χ².
    private static func p(_ test: ChiSquared) -> (value: Double, name: Phrase)? {
        guard let chi = test.p, let least = test.leastExpected else { return nil }
        if least < 5, let fisher = test.fisher { return (fisher, Phrase(verbatim: "Fisher")) }
        return (chi, least < 5 ? Phrase("χ², expected < 5") : Phrase(verbatim: "χ²"))
    }

    func table(names: [String]) -> Table {
        let shown = codes.entries.indices.filter { level == nil || codes.entries[$0].depth == level }
        let defined = shown.compactMap { code in Self.p(test(code)).map { (code, $0.value) } }
        let q = Dictionary(
            uniqueKeysWithValues: zip(defined.map(\.0), BenjaminiHochberg.adjusted(defined.map { .init(p: $0.1) })))
        let rows = CodeRows(codes, level: level).rows { cells(test($0), q[$0]) }
        return Table(layout(names), rows: rows, notes: notes)
    }

    private func cells(_ test: ChiSquared, _ q: Double?) -> [Table.Cell] {
        func number(_ value: Double?) -> Table.Cell { value.map(Table.Cell.number) ?? .empty }
        let p = Self.p(test)
        let residuals = areDisjoint ? test.adjustedResiduals : groups.map { _ in nil }
        return [
            number(test.statistic), test.degrees.map(Table.Cell.integer) ?? .empty, number(p?.value),
            p.map { .phrase($0.name) } ?? .empty, number(q), number(test.cramersV), number(test.logLikelihood),
        ] + residuals.map(number)
    }

    private func layout(_ names: [String]) -> Table.Layout {
        let significant = Table.Column.Style.significant(digits: 6, shown: 2)
        let decimal = Table.Column.Style.decimal(places: 6, shown: 2)
        return Table.Layout(
            title: "Codes by \(variable.label): tests over \(ofDocuments ? Phrase("documents") : Phrase("passages"))",
            columns: CodeRows.columns + [
                .init("chi_squared", "χ²", style: decimal), .init("degrees", "df", style: .integer),
                .init("p", "p", style: significant),
                .init("test", "test"), .init("q", "q", style: significant), .init("cramers_v", "V", style: decimal),
                .init("log_likelihood", "G²", style: decimal),
            ]
                + zip(names, groups).map {
                    Table.Column("residual_\($0)", ComparisonVariable.label(ofGroup: $1.name), style: decimal)
                })
    }

    private var notes: [Phrase] {
        let unit = ofDocuments ? Phrase("documents") : Phrase("passages of the coded kinds")
        guard areDisjoint else {
            return [
                Phrase(
                    "No test: some \(unit) are in several groups or in no group. Compare by another variable, or test passages."
                )
            ]
        }
        return [
            Phrase(
                """
                Each test compares the \(unit) with and without the code across the groups. χ²: Pearson's test. \
                p: of χ², or of Fisher's exact test for two groups if an expected count is below 5. q: \
                Benjamini–Hochberg adjusted p over all codes shown.
                """),
            Phrase(
                """
                V: Cramér's V. G²: log-likelihood ratio. Group columns: adjusted standardized residuals; beyond \
                ±2, the code is more or less frequent in the group than expected under independence.
                """),
            ofDocuments
                ? Phrase("Each document is counted once.")
                : Phrase("Passages of one document are not independent: p tends to be too small."),
        ]
    }
}
