import TemaModel

extension Sample {
    /// Between the indicators of one cell.
    public static let separator = " | "

    /// A row for each code and passage that a person is to judge, with an empty cell for what they say.
    public func table() -> Table {
        let rows = chosen.indices.flatMap { place -> [Table.Row] in
            let (entry, drawn, all) = (codes.entries[chosen[place]], drawn(place), population(place))
            let found = drawn.count(where: \.isFound)
            return drawn.map { passage, isFound in
                let weight =
                    isFound ? Double(all.found) / Double(found) : Double(all.other) / Double(drawn.count - found)
                return Table.Row([
                    .text(entry.path), .text(entry.name), .text(passage.document), .integer(passage.passage),
                    .text(passage.text), .empty, .text(isFound ? "yes" : "no"),
                    .text(passage.indicators.joined(separator: Self.separator)), .integer(passage.span.lowerBound),
                    .integer(passage.span.upperBound), .integer(all.found), .integer(all.other), .number(weight),
                ])
            }
        }
        return Table(Self.layout, rows: rows, notes: notes(rows.count))
    }

    private static let layout = Table.Layout(
        title: "Sample to check",
        columns: [
            .init("code", "Code"), .init("name", "Name", for: .programs), .init("document", "Document"),
            .init("passage", "Passage", style: .integer), .init("text", "Text"),
            .init("verdict", "Verdict", for: .programs),
            .init("found", "Found"), .init("indicators", "Indicators"),
            .init("start", "Start", style: .integer, for: .programs),
            .init("end", "End", style: .integer, for: .programs),
            .init("found_passages", "Found in", style: .integer, for: .programs),
            .init("other_passages", "Others", style: .integer, for: .programs),
            .init("weight", "Weight", style: .decimal(places: 6, shown: 1), for: .programs),
        ])

    private func notes(_ rows: Int) -> [String] {
        let read = Set(chosen.indices.flatMap { drawn($0) }.map { "\($0.passage.document)\n\($0.passage.passage)" })
        return [
            "\(rows) judgements on \(read.count) passages, drawn from \(passages) passages of the coded kinds with seed \(seed).",
            "For each code: passages in which it, or one below it, was found, and passages in which it was not, each a simple "
                + "random sample; weight is the number of passages that a row stands for.",
            "Write yes or no under verdict: whether the code belongs to the passage, whatever found says; leave empty what you have not "
                + "judged. Then `tema validate` tells precision and recall.",
        ]
    }
}
