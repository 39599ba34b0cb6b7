/// A network: nodes as circles and edges as lines. Each label is below its circle, and no two overlap.
public struct NetworkChart: Sendable, Hashable {
    /// A circle.
    public struct Node: Sendable, Hashable {
        /// The label below the circle.
        public var label: String
        /// The number that the circle's area represents, at least 0.
        public var size: Double
        /// The number as people read it.
        public var text: String
        /// The index of the node's group.
        public var group: Int

        /// Creates a node.
        public init(_ label: String, size: Double, text: String, group: Int = 0) {
            (self.label, self.size, self.text, self.group) = (label, size, text, group)
        }
    }

    /// A line between two nodes.
    public struct Edge: Sendable, Hashable {
        /// The index of one node.
        public var a: Int
        /// The index of the other node.
        public var b: Int
        /// The number that the line's width represents, greater than 0.
        public var weight: Double
        /// The number as people read it.
        public var text: String

        /// Creates an edge.
        public init(_ a: Int, _ b: Int, weight: Double, text: String) {
            (self.a, self.b, self.weight, self.text) = (a, b, weight, text)
        }
    }

    /// The chart's title.
    public var title: String
    /// The text below the chart, also for readers who cannot see it.
    public var description: String
    /// The nodes.
    public var nodes: [Node]
    /// The edges.
    public var edges: [Edge]
    /// The group names in the legend. Groups from the eighth on share a colour.
    public var groups: [String]
    /// The explanation of circles and lines in the legend.
    public var key: String
    /// The name in the legend of the groups that share a colour.
    public var others: String

    /// Creates a network chart.
    public init(
        title: String, description: String, nodes: [Node], edges: [Edge], groups: [String], key: String,
        others: String = "others"
    ) {
        (self.title, self.description, self.nodes) = (title, description, nodes)
        (self.edges, self.groups, self.key, self.others) = (edges, groups, key, others)
    }

    /// Returns the network laid out for a width.
    ///
    /// - Parameter width: The width in pixels, at least 260.
    public func picture(width: Double) -> Picture {
        let width = max(260, width)
        let marks = self.marks(width)
        let strongest = edges.map(\.weight).max() ?? 1
        var shapes: [Shape] = edges.sorted { $0.weight < $1.weight }.map { edge in
            let share = edge.weight / max(strongest, 1e-9)
            return .path(
                [marks[edge.a].center, marks[edge.b].center], .edge, width: 0.8 + 6 * share,
                tip: "\(nodes[edge.a].label) · \(nodes[edge.b].label): \(edge.text)")
        }
        for (node, mark) in zip(nodes, marks) {
            shapes.append(
                .circle(mark.center, radius: mark.radius, ink(node.group), tip: "\(node.label): \(node.text)"))
        }
        for mark in marks { shapes += mark.label }
        var y = (marks.map(\.box.bottom).max() ?? 0) + 14
        shapes += legend(width, at: &y)
        return Picture(width: width, height: y, title: title, description: description, shapes: shapes)
    }

    private func ink(_ group: Int) -> Ink { Ink.groups[min(max(group, 0), Ink.groups.count - 1)] }

    private func marks(_ width: Double) -> [NetworkMark] {
        let strongest = edges.map(\.weight).max() ?? 1
        let places = ForceLayout.places(
            count: nodes.count,
            edges: edges.map { .init(a: $0.a, b: $0.b, pull: $0.weight / max(strongest, 1e-9)) })
        let greatest = nodes.map(\.size).max() ?? 1
        var marks = nodes.map { node in
            NetworkMark(
                node, radius: 4 + (width < 480 ? 10 : 16) * (node.size / max(greatest, 1e-9)).squareRoot(),
                labelWidth: width < 480 ? 98 : 120)
        }
        // The area of the boxes times two and a half.
        let area = marks.reduce(0) { $0 + $1.box.width * $1.box.height } * 2.5
        let height = min(max(area / width, width * 0.45), width * 1.1)
        for position in marks.indices {
            marks[position].box.x = places[position].x * (width - marks[position].box.width)
            marks[position].box.y = places[position].y * height
        }
        let apart = BoxPlacing.apart(marks.map(\.box), width: width)
        for position in marks.indices { marks[position].box = apart[position] }
        return marks
    }

    private func legend(_ width: Double, at y: inout Double) -> [Shape] {
        var shapes: [Shape] = []
        var x = 0.0
        let named = groups.count > Ink.groups.count ? groups.prefix(Ink.groups.count - 1) + [others] : groups[...]
        for (number, name) in named.enumerated() {
            let text = TextWidth.cut(name, width: width - 22)
            let entryWidth = TextWidth.of(text) + 36
            if x > 0, x + entryWidth > width { (x, y) = (0, y + 19) }
            shapes += [
                .circle(Point(x + 6, y + 8), radius: 6, ink(number)), .text(text, Point(x + 18, y + 12), .ink),
            ]
            x += entryWidth
        }
        y += named.isEmpty ? 0 : 24
        for line in TextWidth.lines(key, width: width, most: 4) {
            shapes.append(.text(line, Point(0, y + 12), .soft))
            y += TextWidth.line
        }
        y += 6
        return shapes
    }
}
