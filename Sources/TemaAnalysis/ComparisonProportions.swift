import TemaModel

extension Comparison {
    /// Returns the shares in long format, one row per code and group, as plotting programs expect.
    func proportions(_ groups: [(name: String, tally: Tally)]) -> Table {
        let layout = Table.Layout(
            title: "Codes by \(variable.label): \(measure.label)",
            columns: CodeRows.columns + [
                .init("group", variable.label),
                .init("count", measure.isOfDocuments ? Phrase("documents") : Phrase("passages"), style: .integer),
                .init("of", "of", style: .integer), .init(measure.rawValue, measure.label, style: measure.style),
                .init("low", "from", style: measure.style), .init("high", "to", style: measure.style),
            ])
        let rows = CodeRows(codes, level: level).manyRows { code in groups.map { cells(code, $0) } }
        return Table(
            layout, rows: rows,
            notes: notes(groups.map { Self.label($0.name) }, groups.map(\.tally)) + CodeRows.notes(on: rows))
    }

    private static func label(_ group: String) -> Phrase {
        group == "total" ? Phrase("total") : ComparisonVariable.label(ofGroup: group)
    }

    private func cells(_ code: Int, _ group: (name: String, tally: Tally)) -> [Table.Cell] {
        let parts = measure.parts(of: code, in: group.tally, total: total)
        let interval = measure.interval(of: code, in: group.tally, total: total)
        return [
            .phrase(Self.label(group.name)), parts.map { .integer($0.count) } ?? .empty,
            parts.map { .integer($0.all) } ?? .empty,
            measure.cell(of: code, in: group.tally, total: total),
        ] + [interval?.low, interval?.high].map { $0.map { .number(100 * $0) } ?? .empty }
    }
}
