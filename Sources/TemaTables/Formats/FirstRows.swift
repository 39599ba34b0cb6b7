import TemaModel

/// The first rows of a table, held back until they can decide how all rows are drawn.
struct FirstRows {
    /// How many rows decide.
    static let count = 500

    private(set) var rows: [Table.Row] = []
    var areEnough: Bool { rows.count >= Self.count }

    mutating func hold(_ row: Table.Row) { rows.append(row) }
}

/// How long bars are: the greatest value of a column in the first rows fills it, and so does any greater one later.
struct BarScale {
    private var greatest: [Int: Double] = [:]

    init(_ layout: Table.Layout, _ rows: [Table.Row]) {
        for column in layout.columns.indices where layout.columns[column].bar {
            greatest[column] = rows.map { Self.length($0.cell(column)) }.max()
        }
    }

    /// From 0 to 1. What is not a positive finite number has no bar.
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
