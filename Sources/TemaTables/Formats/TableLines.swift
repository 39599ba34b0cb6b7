import TemaModel

/// The lines of a text table with widths determined by its first rows.
struct TableLines {
    let grid: TextGrid
    private let bars: BarScale

    init(_ layout: Table.Layout, _ first: [Table.Row], width: Int, in language: DisplayLanguage) {
        grid = TextGrid(layout, first, width: width, in: language)
        bars = BarScale(layout, first)
    }

    /// Returns the labels, wrapped to the widths of their columns and bottom-aligned, and a rule.
    func header() -> String {
        let labels = grid.columns.map { $0.label.wrapped(to: $0.width) }
        let height = labels.map(\.count).max() ?? 0
        let lines = (0..<height).map { line in
            joined(
                labels.map { label in
                    let above = height - label.count
                    return (line < above ? "" : label[line - above], "")
                }, widths: grid.columns.map(\.width))
        }
        return lines.joined() + String(repeating: "─", count: max(0, grid.used)) + "\n"
    }

    func line(_ row: Table.Row) -> String {
        let texts = grid.columns.map { $0.text(row).cut(to: grid.total, keepingEnd: $0.style == .rightText) }
        let needed = zip(grid.columns, texts).map { $0.indent(row, in: grid.total) + DisplayWidth.of($1) }
        let widths = grid.widths(needed: needed)
        let pieces = grid.columns.indices.map { index in
            let (column, text) = (grid.columns[index], texts[index])
            let bar = bar(bars.share(row.cell(column.number), of: column.number), column.bar)
            // A cut number would look like a different number.
            guard !column.style.isNumber else { return (text, bar) }
            let indent = column.indent(row, in: widths[index])
            let cut = text.cut(to: widths[index] - indent, keepingEnd: column.style == .rightText)
            return (String(repeating: " ", count: indent) + cut, bar)
        }
        return joined(pieces, widths: widths)
    }

    /// Returns a line of the columns' texts and bars. A piece is moved to the right if the one before it is too wide.
    private func joined(_ pieces: [(text: String, bar: String)], widths: [Int]) -> String {
        var line = ""
        var used = 0
        func place(_ text: String, at column: Int) {
            guard !text.isEmpty else { return }
            let spaces = max(used == 0 ? 0 : TextGrid.gap, column - used)
            line += String(repeating: " ", count: spaces) + text
            used += spaces + DisplayWidth.of(text)
        }
        var start = 0
        for (index, (column, piece)) in zip(grid.columns, pieces).enumerated() {
            let free = column.style.isRightAligned ? widths[index] - DisplayWidth.of(piece.text) : 0
            place(piece.text, at: start + free)
            start += widths[index] + TextGrid.gap
            guard column.bar > 0 else { continue }
            place(piece.bar, at: start)
            start += column.bar + TextGrid.gap
        }
        return (used > grid.total ? line.cut(to: grid.total) : line) + "\n"
    }

    /// Returns a bar. Positive values have at least an eighth of a character.
    private func bar(_ share: Double, _ width: Int) -> String {
        guard share > 0, width > 0 else { return "" }
        return BlockBar.text(max(share, 1 / (8 * Double(width))), width: width)
    }
}

/// A bar of block characters with a resolution of an eighth of a character.
package enum BlockBar {
    /// Returns a bar, without trailing spaces.
    ///
    /// - Parameters:
    ///   - share: The length from 0 to 1.
    ///   - width: The length of a full bar in terminal columns.
    package static func text(_ share: Double, width: Int) -> String {
        let eighths = Int((share * Double(width) * 8).rounded())
        let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        return String(repeating: "█", count: eighths / 8) + part
    }
}

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
