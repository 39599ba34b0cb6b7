import TemaModel

extension Cooccurrence {
    /// Returns one row for each pair of codes.
    public func table() -> Table {
        let significance = PairSignificance(holding: holding, related: related, sharing: sharing, units: units)
        let rows = pairs.map { row(of: $0, significance) }
        let layout = Table.Layout(title: "Co-occurrence of codes in one \(unit.noun)", columns: Self.columns)
        return Table(layout, rows: rows, notes: notes(significance))
    }

    private static let columns: [Table.Column] = {
        let decimal = Table.Column.Style.decimal(places: 6, shown: 3)
        let probability = Table.Column.Style.significant(digits: 6, shown: 2)
        return [
            Table.Column("code_a", "code a", for: .programs), Table.Column("code_b", "code b", for: .programs),
            Table.Column("name_a", "code a", for: .people), Table.Column("name_b", "code b", for: .people),
            Table.Column("n_a", "n a", style: .integer), Table.Column("n_b", "n b", style: .integer),
            Table.Column("n_ab", "n a and b", style: .integer, bar: true),
            Table.Column("jaccard", "Jaccard", style: decimal),
            Table.Column("lift", "lift", style: decimal, for: .programs), Table.Column("npmi", "NPMI", style: decimal),
            Table.Column("phi", "phi", style: decimal, for: .programs),
            Table.Column("g2", "G²", style: .decimal(places: 6, shown: 1), for: .programs),
            Table.Column("p", "p", style: probability), Table.Column("q", "q", style: probability),
        ]
    }()

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

    private func row(of pair: Pair, _ significance: PairSignificance) -> Table.Row {
        let table = PairAssociation(both: sharing[pair], a: holding[pair.a], b: holding[pair.b], units: units)
        let tested = significance.result(for: table)
        let (a, b) = (codes.entries[pair.a], codes.entries[pair.b])
        let measures = [
            table.jaccard, table.lift, table.npmi, table.phi, table.logLikelihood, tested?.p, tested?.q,
        ]
        return Table.Row(
            [.text(a.path), .text(b.path), .text(a.name), .text(b.name)]
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

    private func notes(_ significance: PairSignificance) -> [Phrase] {
        let coders =
            isByCoder
            ? [
                Phrase(
                    """
                    Both codes of a pair are by one coder: a unit counts once for each coder who has coded in its document or \
                    marked it as done.
                    """)
            ] : []
        let notes =
            coders + [
                Phrase("Unit: \(unit.definition)."),
                Phrase(
                    """
                    Number of units: N = \(units). n a, n b, n a and b: units with evidence of code a, of code b, \
                    and of both, each counted once.
                    """),
                Self.pairing(level, codes),
                includeAll
                    ? Phrase("All pairs whose codes both occur are listed.")
                    : Phrase("Pairs that never co-occur are not listed."),
                Phrase(
                    """
                    Jaccard (c-coefficient) = n ab / (n a + n b - n ab). Lift = N · n ab / (n a · n b). NPMI = ln \
                    lift / -ln(n ab / N). Phi: correlation of the two codes. G² = 2 · Σ O · ln(O / E).
                    """),
                Phrase(
                    """
                    p: Fisher's exact test, two-sided. q: Benjamini–Hochberg adjusted p over all pairs of codes \
                    that both occur, listed or not (number of pairs: \(significance.pairs)).
                    """),
                Phrase(
                    "The tests assume independent units. Units of one document rarely are, so p and q tend to be too small."
                ),
            ]
        let everywhere = units > 0 && holding.contains(units)
        return notes + (everywhere ? [Phrase("Phi is undefined and left empty for a code that is in every unit.")] : [])
    }
}
