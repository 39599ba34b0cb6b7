import TemaModel

/// The lines of a text table, once the first rows have said how they are drawn.
struct TableLines {
    let grid: TextGrid
    private let bars: BarScale

    init(_ layout: Table.Layout, _ first: [Table.Row], width: Int) {
        grid = TextGrid(layout, first, width: width)
        bars = BarScale(layout, first)
    }

    /// The labels, broken to the widths of their columns and standing on a rule.
    func header() -> String {
        let labels = grid.columns.map { $0.label.wrapped(to: $0.width) }
        let height = labels.map(\.count).max() ?? 0
        let lines = (0..<height).map { line in
            joined(
                labels.map { label in
                    let above = height - label.count
                    return (line < above ? "" : label[line - above], "")
                })
        }
        return lines.joined() + String(repeating: "─", count: max(0, grid.used)) + "\n"
    }

    func line(_ row: Table.Row) -> String {
        joined(
            grid.columns.map { column in
                let bar = bar(bars.share(row.cell(column.number), of: column.number), column.bar)
                let text = column.text(row)
                // A number that is cut would be another number.
                guard !column.style.isNumber else { return (text, bar) }
                let indent = column.indent(row, in: column.width)
                let cut = text.cut(to: column.width - indent, keepingEnd: column.style == .rightText)
                return (String(repeating: " ", count: indent) + cut, bar)
            })
    }

    /// One line of the columns' texts and bars, each in its place or, where another took more than its own, after it.
    private func joined(_ pieces: [(text: String, bar: String)]) -> String {
        var line = ""
        var used = 0
        func place(_ text: String, at column: Int) {
            guard !text.isEmpty else { return }
            let spaces = max(used == 0 ? 0 : TextGrid.gap, column - used)
            line += String(repeating: " ", count: spaces) + text
            used += spaces + DisplayWidth.of(text)
        }
        var start = 0
        for (column, piece) in zip(grid.columns, pieces) {
            let free = column.style.isRightAligned ? column.width - DisplayWidth.of(piece.text) : 0
            place(piece.text, at: start + free)
            start += column.width + TextGrid.gap
            guard column.bar > 0 else { continue }
            place(piece.bar, at: start)
            start += column.bar + TextGrid.gap
        }
        return (used > grid.total ? line.cut(to: grid.total) : line) + "\n"
    }

    /// A bar; what is not nothing has at least an eighth of a character.
    private func bar(_ share: Double, _ width: Int) -> String {
        guard share > 0, width > 0 else { return "" }
        return BlockBar.text(max(share, 1 / (8 * Double(width))), width: width)
    }
}

/// A bar of block characters, drawn to the nearest eighth of one.
package enum BlockBar {
    /// - Parameters:
    ///   - share: From 0 to 1.
    ///   - width: Columns of a terminal that 1 takes. A shorter bar has nothing behind it.
    package static func text(_ share: Double, width: Int) -> String {
        let eighths = Int((share * Double(width) * 8).rounded())
        let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        return String(repeating: "█", count: eighths / 8) + part
    }
}
