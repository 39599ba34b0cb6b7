import TemaModel

/// A network: nodes as circles and edges as lines.
///
/// No line runs through the circle of another node or through a label, and no two labels overlap. Lines that have no such
/// way are omitted, and the description says so. If the labels do not fit beside the circles, the circles have numbers and
/// the names are listed below.
public struct NetworkChart: Sendable, Hashable {
    /// A circle.
    public struct Node: Sendable, Hashable {
        /// The label.
        public var label: String
        /// The number that the circle's area represents, at least 0.
        public var size: Double
        /// The number as people read it.
        public var text: String
        /// The index of the node's group.
        public var group: Int
        /// The node's own colour, or nil for that of its group.
        public var color: CodeColor?

        /// Creates a node.
        public init(_ label: String, size: Double, text: String, group: Int = 0, color: CodeColor? = nil) {
            (self.label, self.size, self.text, self.group, self.color) = (label, size, text, group, color)
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

    /// A group of nodes in the legend.
    public struct Group: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The group's colour, or nil for an ink.
        public var color: CodeColor?

        /// Creates a group.
        public init(_ name: String, color: CodeColor? = nil) { (self.name, self.color) = (name, color) }
    }

    /// The words of a language that a network adds by itself.
    public struct Words: Sendable, Hashable {
        let others: String
        private let omission: String

        /// Creates the words of a language.
        public init(_ language: DisplayLanguage) {
            others = Phrase("others").text(in: language)
            omission = Phrase("Not drawn, because there is no way around circles and names: the weakest lines").text(
                in: language)
        }

        func omitted(_ count: Int) -> String { "\(omission) (\(count))." }
    }

    /// The chart's title.
    public var title: String
    /// The text below the chart, also for readers who cannot see it.
    public var description: String
    /// The nodes.
    public var nodes: [Node]
    /// The edges.
    public var edges: [Edge]
    /// The groups in the legend. Groups from the eighth on share a colour if they have none of their own.
    public var groups: [Group]
    /// The explanation of circles and lines in the legend.
    public var key: String
    /// The chart's own words.
    public var words: Words

    /// Creates a network chart.
    public init(
        title: String, description: String, nodes: [Node], edges: [Edge], groups: [Group], key: String,
        words: Words = Words(.english)
    ) {
        (self.title, self.description, self.nodes) = (title, description, nodes)
        (self.edges, self.groups, self.key, self.words) = (edges, groups, key, words)
    }

    /// Returns the network laid out for a width.
    ///
    /// - Parameter width: The width in pixels, at least 260.
    public func picture(width: Double) -> Picture {
        let width = max(260, width)
        let plan = NetworkPlan(self, width: width)
        var shapes = plan.lines.map { line in
            Shape.path(
                line.points, .edge, width: plan.thickness(of: line.edge),
                tip: "\(nodes[line.edge.a].label) · \(nodes[line.edge.b].label): \(line.edge.text)")
        }
        for (node, mark) in zip(nodes, plan.layout.marks) {
            shapes.append(
                .circle(
                    mark.center, radius: mark.radius, ink(node), color: node.color, tip: "\(node.label): \(node.text)"))
        }
        for mark in plan.layout.marks { shapes += mark.labelShapes }
        var y = plan.layout.height + 14
        let legend = NetworkLegend(self, isNumbered: plan.isNumbered)
        shapes += legend.draw(width: width, at: &y)
        let note = plan.omitted > 0 ? " " + words.omitted(plan.omitted) : ""
        return Picture(width: width, height: y, title: title, description: description + note, shapes: shapes)
    }

    private func ink(_ node: Node) -> Ink { node.color == nil ? NetworkLegend.ink(node.group) : .soft }
}
