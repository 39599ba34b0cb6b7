import TemaModel

extension Comparison {
    /// Returns one row for each code and group, with the count and the denominator that the value is computed from, and the
    /// limits of a share's interval.
    public func longTable() -> Table {
        let groups = ordered.map { group in
            // Of codes, programs need the path.
            (
                variable == .code
                    ? .text(group.name) : Table.Cell.phrase(ComparisonVariable.label(ofGroup: group.name)),
                group.tally
            )
        }
        let all = groups + [(.phrase(Phrase("total")), total)]
        let measure = measure
        let limits = Table.Column.limits("low", "high", style: .decimal(places: 6, shown: 2), rank: .minor)
        let layout = Table.Layout(
            title: "Codes by \(variable.label): \(measure.label)",
            columns: CodeRows.columns + [.init("group", variable.label), .init("measure", "measure", for: .programs)]
                + Table.longColumns + limits)
        let value = CodeRows.columns.count + 2
        let rows = CodeRows(codes, level: level).manyRows { code in
            all.map { group, tally in
                let parts = measure.parts(of: code, in: tally, total: total)
                return [
                    group, .text(measure.rawValue), measure.cell(of: code, in: tally, total: total),
                    .integer(parts.count), .integer(parts.all),
                ] + self.limits(code, tally, measure)
            }
        }
        return Table(
            layout, rows: rows,
            notes: [measure.definition] + notes + CodeRows.notes(on: rows, first: value, last: value))
    }

    /// Returns the limits of a share's 95 % interval in percent, or empty cells for other measures.
    func limits(_ code: Int, _ tally: Tally, _ measure: ComparisonMeasure) -> [Table.Cell] {
        let interval = measure.interval(of: code, in: tally, total: total)
        return [interval?.low, interval?.high].map { $0.map { .number(100 * $0) } ?? .empty }
    }
}
