import TemaModel

extension Table {
    /// A row's cells by the names of their columns, for the row whose first cells are these texts.
    func cells(_ key: String...) -> [String: Cell]? {
        rows.first { zip($0.cells, key).allSatisfy { $0 == .text($1) } }.map { row in
            Dictionary(uniqueKeysWithValues: zip(layout.columns.map(\.name), row.cells))
        }
    }

    /// Every cell as text, so that tables are told apart to the byte, and not only up to canonical equivalence.
    var bytes: [UInt8] { Array(String(describing: self).utf8) }
}

extension Table.Cell {
    var number: Double? {
        switch self {
        case .number(let value): value
        case .integer(let value): Double(value)
        default: nil
        }
    }
}
