import TemaCharts
import TemaModel

extension ComparisonPicture {
    /// Returns the flows from codes to groups.
    ///
    /// The table's measure must be a count. A code's or group's number is the sum of its flows.
    ///
    /// - Parameters:
    ///   - most: The maximum number of codes shown, those with the greatest sums.
    ///   - mostGroups: The maximum number of groups shown, those with the greatest sums.
    public func flows(most: Int, mostGroups: Int) -> FlowChart {
        let shown = greatest(most: most, mostGroups: mostGroups, order: .codebook)
        var flows: [FlowChart.Flow] = []
        for (from, row) in shown.rows.enumerated() {
            for (to, group) in shown.groups.enumerated() {
                let value = Int(reading.number(row, group.name))
                if value > 0 { flows.append(.init(from, to, value: value)) }
            }
        }
        let texts = described(
            [
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
            })
    }

    private func places(_ kept: [Int]) -> [Int: Int] {
        Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    }
}
