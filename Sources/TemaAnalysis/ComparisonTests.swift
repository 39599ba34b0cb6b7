import TemaModel

/// Whether a code's share differs between the groups of a variable: a test for each code, with the groups' residuals.
struct ComparisonTests {
    let codes: CodeList
    let level: Int?
    let variable: ComparisonVariable
    let groups: [(name: String, tally: Tally)]
    let total: Tally
    /// Whether articles are counted, else passages.
    let ofArticles: Bool

    /// A unit that stands in several groups would be counted several times.
    private var areDisjoint: Bool {
        groups.reduce(0) { $0 + all($1.tally) } == all(total)
    }

    private func all(_ tally: Tally) -> Int { ofArticles ? tally.articles : tally.passages }

    private func test(_ code: Int) -> ChiSquared {
        ChiSquared(
            areDisjoint
                ? groups.map {
                    ChiSquared.Group(ofArticles ? $0.tally[code].articles : $0.tally[code].passages, of: all($0.tally))
                }
                : [])
    }

    /// Fisher's where two groups are compared and a count below 5 is expected, else χ².
    private static func p(_ test: ChiSquared) -> (value: Double, name: String)? {
        guard let chi = test.p, let least = test.leastExpected else { return nil }
        if least < 5, let fisher = test.fisher { return (fisher, "Fisher") }
        return (chi, least < 5 ? "χ², expected < 5" : "χ²")
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
            p.map { .text($0.name) } ?? .empty, number(q), number(test.cramersV), number(test.logLikelihood),
        ] + residuals.map(number)
    }

    private func layout(_ names: [String]) -> Table.Layout {
        let significant = Table.Column.Style.significant(digits: 6, shown: 2)
        let decimal = Table.Column.Style.decimal(places: 6, shown: 2)
        return Table.Layout(
            title: "Codes by \(variable.name): tests over \(ofArticles ? "articles" : "passages")",
            columns: CodeRows.columns + [
                .init("chi_squared", "χ²", style: decimal), .init("degrees", "df", style: .integer),
                .init("p", "p", style: significant),
                .init("test", "p by"), .init("q", "q", style: significant), .init("cramers_v", "V", style: decimal),
                .init("log_likelihood", "G²", style: decimal),
            ] + zip(names, groups).map { Table.Column("residual_\($0)", $1.name, style: decimal) })
    }

    private var notes: [String] {
        let unit = ofArticles ? "articles" : "passages of the coded kinds"
        guard areDisjoint else {
            return [
                "There is no test: \(unit) stand in several groups, or in none. Compare another variable, or passages."
            ]
        }
        return [
            "A code's \(unit) against those without it, across the groups. χ² is Pearson's; p is Fisher's exact test where "
                + "two groups are compared and fewer than 5 are expected in a cell; q controls the false discovery rate over all codes shown.",
            "V is Cramér's; G² the log-likelihood ratio. Under each group: adjusted standardised residuals; beyond ±2 a group "
                + "has more or fewer than chance would give it.",
            ofArticles
                ? "Articles are counted once."
                : "Passages of one article are no independent draws: p tends to be too small.",
        ]
    }
}
