/// Codes, or whatever else, and how strongly each two of them are tied: what programs for networks read.
public struct Network: Sendable, Hashable {
    public struct Node: Sendable, Hashable {
        public var id: String
        public var label: String
        /// What it belongs to: the path of the code above it, or nothing at the top.
        public var group: String
        /// How much there is of it.
        public var size: Int

        public init(id: String, label: String, group: String = "", size: Int) {
            (self.id, self.label, self.group, self.size) = (id, label, group, size)
        }
    }

    /// A tie without a direction.
    public struct Edge: Sendable, Hashable {
        /// The numbers of the nodes that it ties.
        public var one: Int
        public var other: Int
        public var weight: Int
        /// One for each of the network's figures.
        public var figures: [Table.Cell]

        public init(_ one: Int, _ other: Int, weight: Int, figures: [Table.Cell]) {
            (self.one, self.other, self.weight, self.figures) = (one, other, weight, figures)
        }
    }

    public var title: String
    public var nodes: [Node]
    public var edges: [Edge]
    /// What is told of each edge beside its weight.
    public var figures: [Table.Column]
    public var notes: [String]

    public init(title: String, nodes: [Node], edges: [Edge], figures: [Table.Column], notes: [String] = []) {
        (self.title, self.nodes, self.edges) = (title, nodes, edges)
        (self.figures, self.notes) = (figures, notes)
    }
}
