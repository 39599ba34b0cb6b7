import TemaModel

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
    /// The language of the numbers.
    public var language: DisplayLanguage

    /// Creates a chart.
    public init(
        title: String, description: String, left: [Node], right: [Node], flows: [Flow],
        language: DisplayLanguage = .english
    ) {
        (self.title, self.description, self.left, self.right) = (title, description, left, right)
        (self.flows, self.language) = (flows, language)
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
            FlowSide(
                left, flows.map { ($0.from, $0.value) }, width: width, scale: scale, swatches: hasSwatches, language),
            FlowSide(
                right, flows.map { ($0.to, $0.value) }, width: width, scale: scale, swatches: false, language),
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
                    tip:
                        "\(left[flow.from].label) → \(right[flow.to].label): \(language.grouped(Double(flow.value)))"))
        }
        shapes += sides[0].draw(at: x, labelsAt: x - 6, .end)
        shapes += sides[1].draw(at: end, labelsAt: width - sides[1].labels - 2, .start)
        return Picture(
            width: width, height: sides.map(\.height).max() ?? 0, title: title, description: description, shapes: shapes
        )
    }
}
