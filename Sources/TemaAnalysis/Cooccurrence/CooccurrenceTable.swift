import TemaModel

extension Cooccurrence {
    /// Returns one row for each pair of codes.
    public func table() -> Table {
        let significance = PairSignificance(holding: holding, related: related, sharing: sharing, units: units)
        let labels = codes.labels()
        let rows = pairs.map { row(of: $0, labels, significance) }
        let layout = Table.Layout(
            title: "Co-occurrence of codes in one \(unit.noun)", columns: columns(significance), mainColumn: "n_ab")
        return Table(layout, rows: rows, notes: notes)
    }

    private func columns(_ significance: PairSignificance) -> [Table.Column] {
        let decimal = Table.Column.Style.decimal(places: 6, shown: 3)
        let probability = Table.Column.Style.significant(digits: 6, shown: 2)
        let tests = Phrase(
            """
            p: Fisher's exact test, two-sided. q: Benjamini–Hochberg adjusted p over all pairs of codes that both occur, \
            listed or not (number of pairs: \(significance.pairs)). The tests assume independent units. Units of one \
            document rarely are, so p and q tend to be too small.
            """)
        return Table.pairColumns(
            Phrase("n a, n b, n a and b: units with evidence of code a, of code b, and of both, each counted once."))
            + [
                .init(
                    "jaccard", "Jaccard", style: decimal,
                    definition: Phrase("Jaccard (c-coefficient) = n ab / (n a + n b - n ab).")),
                .init(
                    "lift", "lift", style: decimal, for: .programs,
                    definition: Phrase("Lift = N · n ab / (n a · n b).")),
                .init(
                    "npmi", "NPMI", style: decimal,
                    definition: Phrase("NPMI = ln lift / -ln(n ab / N), where lift = N · n ab / (n a · n b).")),
                .init(
                    "phi", "phi", style: decimal, for: .programs,
                    definition: Phrase(
                        "Phi: correlation of the two codes; undefined and left empty for a code that is in every unit.")
                ),
                .init(
                    "g2", "G²", style: .decimal(places: 6, shown: 1), for: .programs,
                    definition: Phrase("G² = 2 · Σ O · ln(O / E).")),
                .init("p", "p", style: probability, definition: tests),
                .init("q", "q", style: probability, definition: tests),
            ]
    }

    /// Returns one row for each pair of codes and measure, with n_a, n_b, n_ab and N.
    public func longTable() -> Table { table().longPairs(units: units) }

    /// The pairs to list, in code order.
    private var pairs: [Pair] {
        guard includeAll else { return sharing.all.map(\.pair) }
        let occurring = holding.indices.filter { holding[$0] > 0 }
        return occurring.indices.flatMap { index in
            occurring[(index + 1)...].filter { codes.isApart(occurring[index], from: $0) }
                .map { Pair(occurring[index], $0) }
        }
    }

    /// The pairs of a code and one below it that both occur. They are not tested.
    private var related: [Pair] {
        guard level == nil else { return [] }
        return holding.indices.filter { holding[$0] > 0 }.flatMap { code in
            codes.lineage(of: code).dropFirst().filter { holding[$0] > 0 }.map { Pair($0, code) }
        }
    }

    private func row(of pair: Pair, _ labels: [String], _ significance: PairSignificance) -> Table.Row {
        let table = PairAssociation(both: sharing[pair], a: holding[pair.a], b: holding[pair.b], units: units)
        let tested = significance.result(for: table)
        let (a, b) = (codes.entries[pair.a], codes.entries[pair.b])
        let measures = [
            table.jaccard, table.lift, table.npmi, table.phi, table.logLikelihood, tested?.p, tested?.q,
        ]
        return Table.Row(
            [.text(a.path), .text(labels[pair.a]), .text(b.path), .text(labels[pair.b])]
                + [.integer(table.a), .integer(table.b), .integer(table.both)]
                + measures.map { $0.map { .number($0) } ?? .empty })
    }

    /// Returns which codes are paired.
    static func pairing(_ level: Int?, _ codes: CodeList) -> Phrase {
        if let level {
            return Phrase("Pairs are between codes of level \(codes.name(ofLevel: level)), codes below included.")
        }
        return Phrase(
            """
            Pairs are between the codes that were given themselves, each by its own codings; no code is paired with one \
            above or below it.
            """)
    }

    private var notes: [Phrase] {
        let coders =
            isByCoder
            ? [
                Phrase(
                    """
                    Both codes of a pair are by one coder: a unit counts once for each coder who has coded in its document or \
                    marked it as done.
                    """)
            ] : []
        return coders + [
            Phrase("Unit: \(unit.definition). Number of units (N): \(units)."),
            Self.pairing(level, codes),
            includeAll
                ? Phrase("All pairs whose codes both occur are listed.")
                : Phrase("Pairs that never co-occur are not listed."),
        ]
    }
}
