import TemaModel

extension Comparison {
    /// Returns the shares in long format, one row per code and group, as plotting programs expect.
    func proportions(_ groups: [(name: String, tally: Tally)]) -> Table {
        let layout = Table.Layout(
            title: "Codes by \(variable.name): \(measure.label)",
            columns: CodeRows.columns + [
                .init("group", variable.name),
                .init("count", measure.isOfArticles ? "documents" : "passages", style: .integer),
                .init("of", "of", style: .integer), .init(measure.rawValue, measure.label, style: measure.style),
                .init("low", "from", style: measure.style), .init("high", "to", style: measure.style),
            ])
        let rows = CodeRows(codes, level: level).manyRows { code in groups.map { cells(code, $0) } }
        return Table(
            layout, rows: rows, notes: notes(groups.map(\.name), groups.map(\.tally)) + CodeRows.notes(on: rows))
    }

    private func cells(_ code: Int, _ group: (name: String, tally: Tally)) -> [Table.Cell] {
        let parts = measure.parts(of: code, in: group.tally, total: total)
        let interval = measure.interval(of: code, in: group.tally, total: total)
        return [
            .text(group.name), parts.map { .integer($0.count) } ?? .empty, parts.map { .integer($0.all) } ?? .empty,
            measure.cell(of: code, in: group.tally, total: total),
        ] + [interval?.low, interval?.high].map { $0.map { .number(100 * $0) } ?? .empty }
    }
}
