import TemaModel

extension Cooccurrence {
    /// Returns the network of the codes that occur. An edge's weight is the number of units with both codes.
    ///
    /// - Parameter table: The table of the statistic, or some of its rows: the edges.
    public func network(_ table: Table) -> Network { Network(table, codes: codes, level: level, sizes: holding) }
}

extension SpanCooccurrence {
    /// Returns the network of the codes that occur. An edge's weight is the number of pairs of spans, or of events, with
    /// both codes.
    ///
    /// - Parameter table: The table of the statistic, or some of its rows: the edges.
    public func network(_ table: Table) -> Network { Network(table, codes: codes, level: level, sizes: spans) }
}

extension Network {
    /// Creates the network of a table of pairs. Each row with a weight above 0 is an edge.
    ///
    /// - Parameters:
    ///   - table: A co-occurrence table: the codes in columns 0 and 2, the weight in column 6, measures from column 7 on.
    ///   - codes: The codes of the codebook.
    ///   - level: The depth of the codes.
    ///   - sizes: The size of each code's node, by code number.
    fileprivate init(_ table: Table, codes: CodeList, level: Int?, sizes: [Int]) {
        let shown = codes.entries.indices.filter {
            (level == nil || codes.entries[$0].depth == level) && sizes[$0] > 0
        }
        let nodes = shown.map { code in
            let entry = codes.entries[code]
            return Node(
                id: entry.path, label: entry.name, group: entry.parent.map { codes.entries[$0].path } ?? "",
                size: sizes[code])
        }
        let places = Dictionary(nodes.enumerated().map { (Table.Cell.text($1.id), $0) }) { first, _ in first }
        let figures = table.layout.columns.indices.dropFirst(7)
        let edges = table.rows.compactMap { row -> Edge? in
            guard let one = places[row.cells[0]], let other = places[row.cells[2]],
                case .integer(let weight) = row.cells[6],
                weight > 0
            else { return nil }
            return Edge(one, other, weight: weight, figures: figures.map { row.cells[$0] })
        }
        self.init(
            title: table.layout.title, nodes: nodes, edges: edges, figures: figures.map { table.layout.columns[$0] },
            notes: table.layout.definitions(of: figures) + table.notes)
    }
}
