import TemaModel

extension SpanCooccurrence {
    /// Returns a table with one row per pair of codes that co-occur.
    public func table() -> Table {
        let labels = codes.labels()
        let rows = together.keys.sorted().map { pair in
            let (a, b) = (codes.entries[pair.a], codes.entries[pair.b])
            return Table.Row(
                [.text(a.path), .text(labels[pair.a]), .text(b.path), .text(labels[pair.b])]
                    + [spans[pair.a], spans[pair.b], together[pair] ?? 0].map(Table.Cell.integer) + figures(of: pair))
        }
        let layout = Table.Layout(
            title: "Co-occurrence of codes by \(relation.name)",
            columns: Table.pairColumns(Phrase("n a, n b: \(counted) with each code.")) + Self.figures,
            mainColumn: "n_ab")
        return Table(layout, rows: rows, notes: notes)
    }

    /// Returns one row for each pair of codes and measure, with n_a, n_b and n_ab.
    public func longTable() -> Table { table().longPairs(units: nil) }

    private static let figures: [Table.Column] = {
        let decimal = Table.Column.Style.decimal(places: 6, shown: 3)
        let characters = Phrase(
            """
            Characters: Unicode scalars covered by spans, each counted once. Jaccard, characters: characters covered by \
            both codes / characters covered by either.
            """)
        return [
            .init(
                "c", "c", style: decimal,
                definition: Phrase("c = n ab / (n a + n b - n ab), the c-coefficient of ATLAS.ti.")),
            .init("out_of_range", "out of range"),
            .init("characters_a", "characters a", style: .integer, for: .programs, definition: characters),
            .init("characters_b", "characters b", style: .integer, for: .programs, definition: characters),
            .init("characters_ab", "characters shared", style: .integer, definition: characters),
            .init("characters_jaccard", "Jaccard, characters", style: decimal, definition: characters),
        ]
    }()

    /// What is counted.
    private var counted: Phrase { relation == .events ? Phrase("quotations") : Phrase("spans") }

    private func figures(of pair: Pair) -> [Table.Cell] {
        let (a, b, both) = (spans[pair.a], spans[pair.b], together[pair] ?? 0)
        let (inA, inB, inBoth) = (scalars[pair.a], scalars[pair.b], shared[pair] ?? 0)
        let either = inA + inB - inBoth
        // Pairs are not units: one long span can co-occur with many short ones, so c can exceed 1 or be undefined.
        return [
            a + b > both ? .number(Double(both) / Double(a + b - both)) : .empty,
            2 * both > a + b ? .phrase(Phrase("yes")) : .empty, .integer(inA), .integer(inB), .integer(inBoth),
            either == 0 ? .empty : .number(Double(inBoth) / Double(either)),
        ]
    }

    private var notes: [Phrase] {
        let isOut = together.contains { 2 * $1 > spans[$0.a] + spans[$0.b] }
        let coders =
            coders.count == 1 ? Phrase("one coder") : Phrase("\(coders.count) coders, each counted separately,")
        return [
            Phrase(
                "Counted: \(relation.definition). Codings by hand of \(coders) in \(count: documents, "document")."),
            Cooccurrence.pairing(level, codes), Phrase("Pairs that never co-occur are not listed."),
        ]
            + (isOut
                ? [
                    Phrase(
                        """
                        Out of range: one span can co-occur with several, so c can exceed 1, or be undefined and \
                        left empty. Do not compare such values; the Jaccard index of characters is always \
                        between 0 and 1.
                        """)
                ] : [])
    }
}
