import TemaAnalysis
import TemaCharts
import TemaModel

/// Charts of codes by group: bars, a heat map, or flows.
public struct ComparisonPicture {
    let language: DisplayLanguage
    let reading: TableReader
    let colors: CodeColors
    let groups: [ComparedGroup]
    /// The compared measure, taken from the table's title.
    let measure: String
    private let table: Table
    private let sizes: Phrase

    /// Creates charts of a comparison.
    ///
    /// - Parameters:
    ///   - comparison: The comparison, whose table has values or intervals.
    ///   - codes: The codes, which have the colours of the marks.
    ///   - language: The language of the charts' texts.
    public init(_ comparison: Comparison, _ codes: CodeList, in language: DisplayLanguage = .english) {
        self.init(
            comparison.table(), codes, sizes: comparison.sizes, ofDocuments: comparison.hasSizesOfDocuments,
            in: language)
    }

    /// Creates charts of a comparison's table.
    ///
    /// - Parameters:
    ///   - table: The table of a ``Comparison``, with values or intervals.
    ///   - codes: The codes, which have the colours of the marks.
    ///   - sizes: The number of passages or documents of each group, or empty if it is not shown.
    ///   - ofDocuments: Whether sizes count documents.
    ///   - language: The language of the charts' texts.
    public init(
        _ table: Table, _ codes: CodeList, sizes: [Int] = [], ofDocuments: Bool = false,
        in language: DisplayLanguage = .english
    ) {
        (self.table, self.language) = (table, language)
        reading = TableReader(table, in: language)
        colors = CodeColors(codes)
        self.sizes =
            sizes.isEmpty
            ? Phrase(verbatim: "")
            : ofDocuments
                ? Phrase("n: documents of the group.") : Phrase("n: passages of the coded kinds in the group.")
        // Also right for a variable whose name has a colon: the measure is the last part of the title.
        measure = table.layout.title.text(in: language).split(separator: ": ").last.map(String.init) ?? ""
        groups = ComparedGroup.all(table, sizes: sizes, in: language)
    }

    /// The number of groups.
    public var groupCount: Int { groups.count }

    /// The codes and groups that a chart shows.
    struct Shown {
        /// In the chart's order.
        let rows: [Table.Row]
        /// In the order of the table.
        let groups: [ComparedGroup]
    }

    /// Returns the codes and the groups with the greatest sums.
    func greatest(most: Int, mostGroups: Int, order: RowOrder) -> Shown {
        let sums = table.rows.map { row in self.groups.reduce(0) { $0 + reading.number(row, $1.name) } }
        let rows = indicesOfGreatest(sums, most: most)
        let groupSums = groups.map { group in rows.reduce(0) { $0 + reading.number(table.rows[$1], group.name) } }
        let groups = indicesOfGreatest(groupSums, most: mostGroups).map { self.groups[$0] }
        let places = order.indices(
            sizes: rows.map { sums[$0] },
            values: rows.map { row in groups.map { reading.number(table.rows[row], $0.name) } })
        return Shown(rows: places.map { table.rows[rows[$0]] }, groups: groups)
    }

    func color(_ row: Table.Row) -> CodeColor? { colors[reading.text(row, "code")] }

    /// Returns a title and a description with notes on what is omitted.
    func described(_ sentences: [Phrase], _ shown: Shown) -> (title: String, description: String) {
        let notes = [
            Bounded.note(
                shown.rows.count, of: table.rows.count, noun: Phrase("codes"), by: Phrase(verbatim: measure)),
            Bounded.note(shown.groups.count, of: groups.count, noun: Phrase("groups"), by: Phrase(verbatim: measure)),
        ]
        return (
            table.layout.title.text(in: language), (sentences + notes).joined(separator: " ").text(in: language)
        )
    }

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
        let intervals = groups.contains { $0.low != nil } ? [Phrase("Thin lines: 95 % Wilson intervals.")] : []
        let texts = described([Phrase("Each code's \(measure) in each group."), sizes] + intervals, shown)
        return BarChart(title: texts.title, description: texts.description, rows: rows, axis: measure)
    }

    private func bar(_ group: ComparedGroup, _ row: Table.Row) -> BarChart.Row {
        let label = group.size.map { "\(group.label) (n = \($0))" } ?? group.label
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
