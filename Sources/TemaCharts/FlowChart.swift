/// Flows between two columns of bars: the width of each ribbon, and the height of each bar, is its number.
public struct FlowChart: Sendable, Hashable {
    /// A bar.
    public struct Node: Sendable, Hashable {
        /// The name.
        public var label: String
        /// The colour of the bar's code, or nil.
        public var color: CodeColor?

        /// Creates a bar.
        public init(_ label: String, color: CodeColor? = nil) { (self.label, self.color) = (label, color) }
    }

    /// A ribbon from a bar at the left to a bar at the right.
    public struct Flow: Sendable, Hashable {
        /// The index of the bar at the left.
        public var from: Int
        /// The index of the bar at the right.
        public var to: Int
        /// The number, greater than 0.
        public var value: Int

        /// Creates a ribbon.
        public init(_ from: Int, _ to: Int, value: Int) { (self.from, self.to, self.value) = (from, to, value) }
    }

    /// The chart's title.
    public var title: String
    /// The text below the chart, also for readers who cannot see it.
    public var description: String
    /// The bars at the left, from top to bottom.
    public var left: [Node]
    /// The bars at the right, from top to bottom.
    public var right: [Node]
    /// The ribbons.
    public var flows: [Flow]

    /// Creates a chart.
    public init(title: String, description: String, left: [Node], right: [Node], flows: [Flow]) {
        (self.title, self.description, self.left, self.right) = (title, description, left, right)
        self.flows = flows
    }

    /// Returns the chart laid out for a width.
    ///
    /// - Parameter width: The width in pixels, at least 260.
    public func picture(width: Double) -> Picture {
        let width = max(260, width)
        let total = flows.reduce(0) { $0 + $1.value }
        let scale = (width < 480 ? 320.0 : 420) / Double(max(1, total))
        let hasSwatches = left.contains { $0.color?.needsSwatch == true }
        let sides = [
            FlowSide(left, flows.map { ($0.from, $0.value) }, width: width, scale: scale, swatches: hasSwatches),
            FlowSide(right, flows.map { ($0.to, $0.value) }, width: width, scale: scale, swatches: false),
        ]
        let (x, end) = (sides[0].labels + 8, width - sides[1].labels - 8 - FlowSide.thickness)
        var (leaving, arriving) = (sides[0].tops, sides[1].tops)
        var shapes: [Shape] = []
        for flow in flows.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            let height = Double(flow.value) * scale
            let (one, other) = (leaving[flow.from], arriving[flow.to])
            leaving[flow.from] += height
            arriving[flow.to] += height
            shapes.append(
                .ribbon(
                    from: .init(x: x + FlowSide.thickness, top: one, bottom: one + height),
                    to: .init(x: end, top: other, bottom: other + height), .bar, color: left[flow.from].color,
                    tip: "\(left[flow.from].label) → \(right[flow.to].label): \(flow.value)"))
        }
        shapes += sides[0].draw(at: x, labelsAt: x - 6, .end)
        shapes += sides[1].draw(at: end, labelsAt: width - sides[1].labels - 2, .start)
        return Picture(
            width: width, height: sides.map(\.height).max() ?? 0, title: title, description: description, shapes: shapes
        )
    }
}

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
    private let lines: [[String]]
    private let scale: Double
    private let hasSwatches: Bool

    init(_ nodes: [FlowChart.Node], _ ends: [(node: Int, value: Int)], width: Double, scale: Double, swatches: Bool) {
        (self.nodes, self.scale, hasSwatches) = (nodes, scale, swatches)
        var totals = Array(repeating: 0, count: nodes.count)
        for end in ends { totals[end.node] += end.value }
        self.totals = totals
        let numbers = totals.map { "(\($0))" }
        let shift = swatches ? 15.0 : 0
        let labels =
            min(TextWidth.widest(zip(nodes, numbers).map { "\($0.label) \($1)" }) + 1, (width * 0.32).rounded()) + shift
        self.labels = labels
        lines = zip(nodes, numbers).map { node, number in
            let lines = TextWidth.lines(node.label, width: labels - shift, most: 3)
            let last = "\(lines.last ?? "") \(number)"
            return TextWidth.of(last) <= labels - shift ? lines.dropLast() + [last] : lines + [number]
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
                    color: color, tip: "\(nodes[number].label): \(totals[number])")
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
