import TemaCharts
import TemaModel

extension ComparisonPicture {
    /// Returns the flows from codes to groups.
    ///
    /// If the table has codes of several levels, only those of its top level have ribbons, because a code's counts include
    /// those below it.
    ///
    /// The table's measure must be a count. A code's or group's number is the sum of its flows.
    ///
    /// - Parameters:
    ///   - most: The maximum number of codes shown, those with the greatest sums.
    ///   - mostGroups: The maximum number of groups shown, those with the greatest sums.
    public func flows(most: Int, mostGroups: Int) -> FlowChart {
        let top = table.rows.map(\.depth).min()
        var level = self
        level.table.rows.removeAll { $0.depth != top }
        let shown = level.greatest(most: most, mostGroups: mostGroups, order: .codebook)
        var flows: [FlowChart.Flow] = []
        for (from, row) in shown.rows.enumerated() {
            for (to, group) in shown.groups.enumerated() {
                let value = Int(reading.number(row, group.name))
                if value > 0 { flows.append(.init(from, to, value: value)) }
            }
        }
        let texts = level.described(
            [
                level.table.rows.count < table.rows.count
                    ? Phrase("Codes of the top level, with the codes below them.") : Phrase(verbatim: ""),
                Phrase("Width of a ribbon: the code's \(measure) in the group."),
                Phrase(
                    """
                    Number after a name: the sum of its ribbons. A passage or document with several codes, or in several \
                    groups, counts in each of them.
                    """),
            ], shown)
        // Only bars with ribbons.
        let (left, right) = (Set(flows.map(\.from)).sorted(), Set(flows.map(\.to)).sorted())
        let (from, to) = (places(left), places(right))
        return FlowChart(
            title: texts.title, description: texts.description,
            left: left.map { .init(reading.text(shown.rows[$0], "name"), color: color(shown.rows[$0])) },
            right: right.map { .init(shown.groups[$0].label) },
            flows: flows.compactMap { flow in
                guard let from = from[flow.from], let to = to[flow.to] else { return nil }
                return .init(from, to, value: flow.value)
            }, language: language)
    }

    private func places(_ kept: [Int]) -> [Int: Int] {
        Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    }
}
