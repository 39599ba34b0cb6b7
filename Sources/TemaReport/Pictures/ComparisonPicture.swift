import TemaCharts
import TemaModel

/// Charts of codes by group, as bars or as a heat map.
public struct ComparisonPicture {
    private struct Group {
        let name: String
        let label: String
        let low: String?
        let high: String?
    }

    private let table: Table
    private let language: DisplayLanguage
    private let reading: TableReader
    private let groups: [Group]
    /// The compared measure, taken from the table's title.
    private let measure: String

    /// Creates charts of a comparison.
    ///
    /// - Parameters:
    ///   - table: The table of a ``Comparison``, with values or intervals.
    ///   - language: The language of the charts' texts.
    public init(_ table: Table, in language: DisplayLanguage = .english) {
        (self.table, self.language) = (table, language)
        reading = TableReader(table, in: language)
        // Also right for a variable whose name has a colon: the measure is the last part of the title.
        measure = table.layout.title.text(in: language).split(separator: ": ").last.map(String.init) ?? ""
        let columns = Array(table.layout.columns.drop { ["code", "name", "level"].contains($0.name) })
        let hasIntervals = columns.count % 3 == 0 && columns.count > 1 && columns[1].label == Phrase("from")
        // The last column is the total, which is not a group.
        groups = stride(from: 0, to: columns.count, by: hasIntervals ? 3 : 1).map { index in
            Group(
                name: columns[index].name, label: columns[index].label.text(in: language),
                low: hasIntervals ? columns[index + 1].name : nil,
                high: hasIntervals ? columns[index + 2].name : nil)
        }.dropLast()
    }

    /// The number of groups.
    public var groupCount: Int { groups.count }

    private func greatestRows(_ most: Int) -> [Table.Row] {
        let sums = table.rows.map { row in groups.reduce(0) { $0 + reading.number(row, $1.name) } }
        return indicesOfGreatest(sums, most: most).map { table.rows[$0] }
    }

    private func greatestGroups(_ most: Int, _ rows: [Table.Row]) -> [Group] {
        let sums = groups.map { group in rows.reduce(0) { $0 + reading.number($1, group.name) } }
        return indicesOfGreatest(sums, most: most).map { groups[$0] }
    }

    private func bounds(_ rows: [Table.Row], _ groups: [Group]) -> [Phrase] {
        [
            Bounded.note(rows.count, of: table.rows.count, noun: Phrase("codes"), by: Phrase(verbatim: measure)),
            Bounded.note(groups.count, of: self.groups.count, noun: Phrase("groups"), by: Phrase(verbatim: measure)),
        ]
    }

    /// Returns a bar chart with a bar for each group below each code, and intervals if the table has them.
    ///
    /// - Parameters:
    ///   - most: The maximum number of codes shown, those with the greatest sums.
    ///   - mostGroups: The maximum number of groups shown, those with the greatest sums.
    public func bars(most: Int, mostGroups: Int) -> BarChart {
        let shown = greatestRows(most)
        let groups = greatestGroups(mostGroups, shown)
        let rows = shown.flatMap { row in
            [BarChart.Row(reading.text(row, "name"), value: nil)] + groups.map { bar($0, row) }
        }
        let intervals = groups.first?.low == nil ? [] : [Phrase("Thin lines: 95 % Wilson intervals.")]
        return BarChart(
            title: table.layout.title.text(in: language),
            description: ([Phrase("Each code's \(measure) in each group.")] + intervals + bounds(shown, groups))
                .joined(separator: " ").text(in: language), rows: rows)
    }

    private func bar(_ group: Group, _ row: Table.Row) -> BarChart.Row {
        let text = reading.shown(row, group.name)
        guard let low = group.low, let high = group.high, let from = reading.cell(row, low).value,
            let to = reading.cell(row, high).value, from <= to
        else { return BarChart.Row(group.label, depth: 1, value: reading.number(row, group.name), text: text) }
        return BarChart.Row(
            group.label, depth: 1, value: reading.number(row, group.name),
            text: "\(text) [\(reading.shown(row, low))–\(reading.shown(row, high))]", interval: from...to)
    }

    /// Returns a heat map of codes and groups. The longer list is at the side.
    ///
    /// - Parameters:
    ///   - most: The maximum number of codes shown, those with the greatest sums.
    ///   - mostGroups: The maximum number of groups shown, those with the greatest sums.
    ///   - label: Returns the label of a group, from its label in the table.
    public func map(most: Int, mostGroups: Int, label: (String) -> String = { $0 }) -> HeatMap {
        let shown = greatestRows(most)
        let groups = greatestGroups(mostGroups, shown)
        let isTall = groups.count > shown.count
        var cells: [HeatMap.Cell] = []
        for (index, row) in shown.enumerated() {
            for (number, group) in groups.enumerated() {
                let value = reading.number(row, group.name)
                guard value > 0 else { continue }
                cells.append(
                    HeatMap.Cell(
                        row: isTall ? number : index, column: isTall ? index : number, value: value,
                        text: reading.shown(row, group.name)))
            }
        }
        let (names, labels) = (shown.map { reading.text($0, "name") }, groups.map { label($0.label) })
        return HeatMap(
            title: table.layout.title.text(in: language),
            description: ([Phrase("Each cell: the code's \(measure) in the group.")] + bounds(shown, groups))
                .joined(separator: " ").text(in: language), measure: measure,
            rows: isTall ? labels : names, columns: isTall ? names : labels, cells: cells, words: .init(language))
    }
}
