import TemaModel

extension Sample {
    /// The separator of the indicators in one cell.
    public static let separator = " | "

    /// Returns a table with one row per code and passage to review, with an empty cell for the verdict.
    public func table() -> Table {
        let rows = chosen.indices.flatMap { place -> [Table.Row] in
            let (entry, drawn, all) = (codes.entries[chosen[place]], drawn(place), population(place))
            let found = drawn.count(where: \.isFound)
            return drawn.map { passage, isFound in
                let weight =
                    isFound ? Double(all.found) / Double(found) : Double(all.other) / Double(drawn.count - found)
                return Table.Row([
                    .text(entry.path), .text(entry.name), .text(passage.document), .integer(passage.passage),
                    .text(passage.text), .empty, .phrase(isFound ? Phrase("yes") : Phrase("no")),
                    .text(passage.indicators.joined(separator: Self.separator)), .integer(passage.span.lowerBound),
                    .integer(passage.span.upperBound), .integer(all.found), .integer(all.other), .number(weight),
                ])
            }
        }
        return Table(Self.layout, rows: rows, notes: notes(rows.count))
    }

    private static let layout = Table.Layout(
        title: "Validation sample",
        columns: [
            .init("code", "Code"), .init("name", "Name", for: .programs), .document,
            .init("passage", "Passage", style: .ordinal), .init("text", "Text"),
            .init("verdict", "Verdict", for: .programs),
            .init("found", "Found"), .init("indicators", "Indicators"),
            .init("start", "Start", style: .ordinal, for: .programs),
            .init("end", "End", style: .ordinal, for: .programs),
            .init("found_passages", "Passages found", style: .integer, for: .programs),
            .init("other_passages", "Passages not found", style: .integer, for: .programs),
            .init("weight", "Weight", style: .decimal(places: 6, shown: 1), for: .programs),
        ])

    private func notes(_ rows: Int) -> [Phrase] {
        let read = Set(chosen.indices.flatMap { drawn($0) }.map { "\($0.passage.document)\n\($0.passage.passage)" })
        return [
            Phrase(
                "\(count: rows, "row") to review on \(count: read.count, "passage"), drawn from \(count: passages, "passage") of the coded kinds (seed \(ordinal: seed))."
            ),
            Phrase(
                """
                For each code: a simple random sample of passages in which the code or a code below it was \
                found, and one of the other passages. Weight: number of passages that the row represents.
                """),
            Phrase(
                """
                Enter yes or no in the verdict column: whether the code applies to the passage, regardless of \
                the found column. Leave unreviewed rows empty. Then run `tema validate` to compute precision and \
                recall.
                """),
        ]
    }
}
