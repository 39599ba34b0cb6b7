import TemaModel

extension Comparison {
    /// Returns the shares in long format, one row per code and group, as plotting programs expect.
    func proportions(_ groups: [(name: String, tally: Tally)]) -> Table {
        let parts = groups.map { (label: ComparisonVariable.label(ofGroup: $0.name), tally: $0.tally) }
        let all = parts + [(label: Phrase("total"), tally: total)]
        let layout = Table.Layout(
            title: "Codes by \(variable.label): \(measure.label)",
            columns: CodeRows.columns + [
                .init("group", variable.label),
                .init("count", measure.isOfDocuments ? Phrase("documents") : Phrase("passages"), style: .integer),
                .init("of", "of", style: .integer), .init(measure.rawValue, measure.label, style: measure.style),
                .init("low", "from", style: measure.style), .init("high", "to", style: measure.style),
            ])
        let rows = CodeRows(codes, level: level).manyRows { code in all.map { cells(code, $0.label, $0.tally) } }
        return Table(
            layout, rows: rows,
            notes: notes(all.map(\.label), all.map(\.tally)) + CodeRows.notes(on: rows))
    }

    private func cells(_ code: Int, _ label: Phrase, _ tally: Tally) -> [Table.Cell] {
        let parts = measure.parts(of: code, in: tally, total: total)
        let interval = measure.interval(of: code, in: tally, total: total)
        return [
            .phrase(label), parts.map { .integer($0.count) } ?? .empty,
            parts.map { .integer($0.all) } ?? .empty,
            measure.cell(of: code, in: tally, total: total),
        ] + [interval?.low, interval?.high].map { $0.map { .number(100 * $0) } ?? .empty }
    }
}
