import TemaModel

/// A column of bars with labels. Each bar has at least the height of its label for itself.
struct FlowSide {
    static let thickness = 10.0
    /// The width of the labels.
    let labels: Double
    /// The upper edge of each bar.
    private(set) var tops: [Double] = []
    private(set) var height = 4.0
    private let nodes: [FlowChart.Node]
    private let totals: [Int]
    /// The totals as people read them.
    private let numbers: [String]
    private let lines: [[String]]
    private let scale: Double
    private let hasSwatches: Bool

    init(
        _ nodes: [FlowChart.Node], _ ends: [(node: Int, value: Int)], width: Double, scale: Double, swatches: Bool,
        _ language: DisplayLanguage
    ) {
        (self.nodes, self.scale, hasSwatches) = (nodes, scale, swatches)
        var totals = Array(repeating: 0, count: nodes.count)
        for end in ends { totals[end.node] += end.value }
        self.totals = totals
        numbers = totals.map { language.grouped(Double($0)) }
        let shift = swatches ? 15.0 : 0
        let labels =
            min(TextWidth.widest(zip(nodes, numbers).map { "\($0.label) (\($1))" }) + 1, (width * 0.32).rounded())
            + shift
        self.labels = labels
        lines = zip(nodes, numbers).map { node, number in
            let lines = TextWidth.lines(node.label, width: labels - shift, most: 3)
            let last = "\(lines.last ?? "") (\(number))"
            return TextWidth.of(last) <= labels - shift ? lines.dropLast() + [last] : lines + ["(\(number))"]
        }
        for number in nodes.indices {
            let bar = Double(totals[number]) * scale
            let slot = max(bar, Double(lines[number].count) * TextWidth.line) + 6
            tops.append(height + (slot - 6 - bar) / 2)
            height += slot
        }
    }

    func draw(at x: Double, labelsAt place: Double, _ anchor: Shape.TextStyle.Anchor) -> [Shape] {
        nodes.indices.flatMap { number -> [Shape] in
            let bar = Double(totals[number]) * scale
            let first = tops[number] + bar / 2 - Double(lines[number].count) * TextWidth.line / 2 - 1
            let color = nodes[number].color
            let shift = hasSwatches && color != nil ? 15.0 : 0
            var shapes: [Shape] = [
                .rectangle(
                    Box(x, tops[number], width: Self.thickness, height: bar), anchor == .end ? .bar : .edge,
                    color: color, tip: "\(nodes[number].label): \(numbers[number])")
            ]
            if shift > 0, let color {
                shapes.append(.swatch(Box(place - 10, tops[number] + bar / 2 - 5, width: 10, height: 10), color))
            }
            return shapes
                + Shape.lines(
                    lines[number], of: nodes[number].label, at: Point(place - shift, first),
                    style: .init(anchor: anchor))
        }
    }
}
