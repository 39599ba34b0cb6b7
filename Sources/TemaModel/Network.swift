/// An undirected weighted graph, usually of codes and their co-occurrences, for export to network programs.
public struct Network: Sendable, Hashable {
    /// A node, such as a code.
    public struct Node: Sendable, Hashable {
        /// The unique id of the node.
        public var id: String
        /// The label that people read.
        public var label: String
        /// The group: the path of the parent code, or empty for top-level codes.
        public var group: String
        /// The node's frequency.
        public var size: Int

        /// Creates a node.
        public init(id: String, label: String, group: String = "", size: Int) {
            (self.id, self.label, self.group, self.size) = (id, label, group, size)
        }
    }

    /// An undirected edge.
    public struct Edge: Sendable, Hashable {
        /// The index of one of its nodes.
        public var one: Int
        /// The index of its other node.
        public var other: Int
        /// The edge's weight.
        public var weight: Int
        /// The edge's further values, one for each of the network's ``Network/figures``.
        public var figures: [Table.Cell]

        /// Creates an edge between the nodes with these indices.
        public init(_ one: Int, _ other: Int, weight: Int, figures: [Table.Cell]) {
            (self.one, self.other, self.weight, self.figures) = (one, other, weight, figures)
        }
    }

    /// The title of the network.
    public var title: Phrase
    /// The nodes. Edges refer to them by index.
    public var nodes: [Node]
    /// The edges.
    public var edges: [Edge]
    /// The columns of the edges' further values.
    public var figures: [Table.Column]
    /// Definitions and denominators, one sentence each.
    public var notes: [Phrase]

    /// Creates a network.
    public init(title: Phrase, nodes: [Node], edges: [Edge], figures: [Table.Column], notes: [Phrase] = []) {
        (self.title, self.nodes, self.edges) = (title, nodes, edges)
        (self.figures, self.notes) = (figures, notes)
    }
}
