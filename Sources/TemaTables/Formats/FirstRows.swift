import TemaModel

/// A buffer for the first rows of a table, which determine the widths of columns and bars.
struct FirstRows {
    /// The number of rows buffered.
    static let count = 500

    private(set) var rows: [Table.Row] = []
    var areEnough: Bool { rows.count >= Self.count }

    mutating func hold(_ row: Table.Row) { rows.append(row) }
}

/// The scale of bars. A bar is full at the column's greatest value in the first rows, and for greater values in later
/// rows.
struct BarScale {
    private var greatest: [Int: Double] = [:]

    init(_ layout: Table.Layout, _ rows: [Table.Row]) {
        for column in layout.columns.indices where layout.columns[column].bar {
            greatest[column] = rows.map { Self.length($0.cell(column)) }.max()
        }
    }

    /// Returns the length of a bar from 0 to 1: 0 for values that are not positive and finite.
    func share(_ cell: Table.Cell, of column: Int) -> Double {
        let length = Self.length(cell)
        guard length > 0, let greatest = greatest[column], greatest > 0 else { return 0 }
        return min(1, length / greatest)
    }

    private static func length(_ cell: Table.Cell) -> Double {
        switch cell {
        case .integer(let value): Double(max(0, value))
        case .number(let value) where value.isFinite: max(0, value)
        default: 0
        }
    }
}
