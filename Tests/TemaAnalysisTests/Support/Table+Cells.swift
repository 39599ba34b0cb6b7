import TemaModel

extension Table {
    /// Returns the cells, by column name, of the row that begins with these texts.
    func cells(_ key: String...) -> [String: Cell]? {
        let paths = layout.columns.indices.filter {
            layout.columns[$0].style == .text && layout.columns[$0].audience != .people
        }
        return rows.first { row in zip(paths, key).allSatisfy { row.cells[$0].text == $1 } }.map { row in
            Dictionary(uniqueKeysWithValues: zip(layout.columns.map(\.name), row.cells))
        }
    }

    /// All cells as UTF-8 bytes, because strings compare by canonical equivalence.
    var bytes: [UInt8] { Array(String(describing: self).utf8) }
}

extension Table.Cell {
    /// The text in English, or an empty string if the cell has none.
    var text: String {
        switch self {
        case .text(let value): value
        case .phrase(let phrase): phrase.description
        case .empty, .integer, .number, .list, .record: ""
        }
    }

    var number: Double? {
        switch self {
        case .number(let value): value
        case .integer(let value): Double(value)
        default: nil
        }
    }
}
