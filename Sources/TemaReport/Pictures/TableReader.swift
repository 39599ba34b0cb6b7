import TemaModel
import TemaTables

/// Access to a table's cells by column name.
struct TableReader {
    let table: Table
    let language: DisplayLanguage
    private let columns: [String: Int]

    init(_ table: Table, in language: DisplayLanguage) {
        (self.table, self.language) = (table, language)
        columns = Dictionary(table.layout.columns.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// Returns a cell, which is empty if there is no such column.
    func cell(_ row: Table.Row, _ name: String) -> Table.Cell {
        guard let index = columns[name], row.cells.indices.contains(index) else { return .empty }
        return row.cells[index]
    }

    func text(_ row: Table.Row, _ name: String) -> String {
        if case .text(let text) = cell(row, name) { text } else { "" }
    }

    /// Returns a cell's number, or 0 if it has none.
    func number(_ row: Table.Row, _ name: String) -> Double { cell(row, name).value ?? 0 }

    /// Returns a cell as people read it.
    func shown(_ row: Table.Row, _ name: String) -> String {
        guard let index = columns[name] else { return "" }
        return CellText(table.layout.columns[index].style, for: .people(language)).string(cell(row, name))
    }
}

extension Table.Cell {
    /// The number in the cell, or nil if it has none or it is not finite.
    var value: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): number.isFinite ? number : nil
        case .empty, .text, .phrase, .list, .record: nil
        }
    }
}

/// Returns the indices of the greatest values in ascending order. Of equal values, the first ones are preferred.
func indicesOfGreatest(_ values: [Double], most: Int) -> [Int] {
    values.indices.sorted { (-values[$0], $0) < (-values[$1], $1) }.prefix(max(0, most)).sorted()
}
