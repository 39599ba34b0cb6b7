import TemaCharts
import TemaModel

extension ComparisonPicture {
    /// Returns a bar chart with a bar for each group below each code, and intervals if the table has them.
    ///
    /// Years between others that no document has are rows without a bar.
    ///
    /// - Parameters:
    ///   - most: The maximum number of codes shown, those with the greatest sums.
    ///   - mostGroups: The maximum number of groups shown, those with the greatest sums.
    ///   - order: The order of the codes.
    public func bars(most: Int, mostGroups: Int, order: RowOrder = .codebook) -> BarChart {
        let shown = greatest(most: most, mostGroups: mostGroups, order: order)
        let groups = ComparedGroup.withMissingYears(shown.groups, of: self.groups)
        let rows = shown.rows.flatMap { row in
            [BarChart.Row(reading.text(row, "name"), value: nil, color: color(row))] + groups.map { bar($0, row) }
        }
        let intervals = rows.contains { $0.interval != nil } ? [Phrase("Thin lines: 95 % Wilson intervals.")] : []
        let texts = described([Phrase("Each code's \(measure) in each group."), sizes] + intervals, shown)
        return BarChart(
            title: texts.title, description: texts.description, rows: rows, axis: measure, language: language)
    }

    private func bar(_ group: ComparedGroup, _ row: Table.Row) -> BarChart.Row {
        let label = group.size.map { "\(group.label) (n = \(language.grouped(Double($0))))" } ?? group.label
        guard reading.cell(row, group.name) != .empty else {
            return BarChart.Row(
                label, depth: 1, value: 0, text: Phrase("no data").text(in: language), isMissing: true)
        }
        let (value, text) = (reading.number(row, group.name), reading.shown(row, group.name))
        guard let low = group.low, let high = group.high, let from = reading.cell(row, low).value,
            let to = reading.cell(row, high).value, from <= to
        else { return BarChart.Row(label, depth: 1, value: value, text: text, color: color(row)) }
        return BarChart.Row(
            label, depth: 1, value: value, text: "\(text) [\(reading.shown(row, low))–\(reading.shown(row, high))]",
            interval: from...to, color: color(row))
    }
}
