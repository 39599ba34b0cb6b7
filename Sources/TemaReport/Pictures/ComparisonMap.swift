import TemaCharts
import TemaModel

extension ComparisonPicture {
    /// Returns a heat map of codes and groups. The longer list is at the side.
    ///
    /// Years between others that no document has are columns without data.
    ///
    /// - Parameters:
    ///   - most: The maximum number of codes shown, those with the greatest sums.
    ///   - mostGroups: The maximum number of groups shown, those with the greatest sums.
    ///   - order: The order of the codes.
    ///   - label: Returns the label of a group, from its label in the table.
    public func map(
        most: Int, mostGroups: Int, order: RowOrder = .codebook, label: (String) -> String = { $0 }
    ) -> HeatMap {
        let shown = greatest(most: most, mostGroups: mostGroups, order: order)
        let groups = ComparedGroup.withMissingYears(shown.groups, of: self.groups)
        let isTall = groups.count > shown.rows.count
        var cells: [HeatMap.Cell] = []
        for (index, row) in shown.rows.enumerated() {
            for (number, group) in groups.enumerated() {
                let hasData = reading.cell(row, group.name) != .empty
                let value = reading.number(row, group.name)
                guard value > 0 || !hasData else { continue }
                cells.append(
                    HeatMap.Cell(
                        row: isTall ? number : index, column: isTall ? index : number, value: hasData ? value : nil,
                        text: hasData ? reading.shown(row, group.name) : ""))
            }
        }
        let names = shown.rows.map { reading.text($0, "name") }
        let labels = groups.map { label($0.label) }
        let colors = shown.rows.map(color)
        let texts = described([Phrase("Each cell: the code's \(measure) in the group.")], shown)
        return HeatMap(
            title: texts.title, description: texts.description, measure: measure, rows: isTall ? labels : names,
            columns: isTall ? names : labels, cells: cells, rowColors: isTall ? [] : colors,
            columnColors: isTall ? colors : [], isOfShares: groups.contains { $0.isDecimal }, words: .init(language))
    }
}
