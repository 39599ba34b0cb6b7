import TemaModel

extension Cooccurrence {
    /// The codes of the level that occur, tied where they meet: by how many units hold both.
    public func network() -> Network {
        Network(table(), codes: codes, level: level, sizes: holding)
    }
}

extension SpanCooccurrence {
    /// The codes of the level that occur, tied where they meet: by how many pairs of spans, or events, there are.
    public func network() -> Network { Network(table(), codes: codes, level: level, sizes: spans) }
}

extension Network {
    /// The network of a table of pairs: each row whose codes meet is an edge.
    ///
    /// - Parameter sizes: How much there is of each code.
    fileprivate init(_ table: Table, codes: CodeList, level: Int, sizes: [Int]) {
        let shown = codes.entries.indices.filter { codes.entries[$0].depth == level && sizes[$0] > 0 }
        let nodes = shown.map { code in
            let entry = codes.entries[code]
            return Node(
                id: entry.path, label: entry.name, group: entry.parent.map { codes.entries[$0].path } ?? "",
                size: sizes[code])
        }
        let places = Dictionary(nodes.enumerated().map { (Table.Cell.text($1.id), $0) }) { first, _ in first }
        let figures = table.layout.columns.indices.dropFirst(7)
        let edges = table.rows.compactMap { row -> Edge? in
            guard let one = places[row.cells[0]], let other = places[row.cells[1]],
                case .integer(let weight) = row.cells[6],
                weight > 0
            else { return nil }
            return Edge(one, other, weight: weight, figures: figures.map { row.cells[$0] })
        }
        self.init(
            title: table.layout.title, nodes: nodes, edges: edges, figures: figures.map { table.layout.columns[$0] },
            notes: table.notes)
    }
}
