/// A range of columns of a heat map, with their labels and the row labels.
struct HeatPanel {
    private let map: HeatMap
    private let shown: Range<Int>
    private let cells: [HeatMap.Cell]
    private var rows: [Int]
    private let grid: HeatGrid
    private let scale: HeatScale

    /// Creates a panel.
    ///
    /// - Parameter shown: The columns. If these are not all columns, rows without a cell are omitted.
    init(_ map: HeatMap, _ shown: Range<Int>, grid: HeatGrid, scale: HeatScale) {
        (self.map, self.shown, self.grid, self.scale) = (map, shown, grid, scale)
        cells = map.cells.filter { shown.contains($0.column) && map.rows.indices.contains($0.row) }
        let held = Set(cells.map(\.row))
        rows = map.rows.indices.filter { shown.count == map.columns.count || held.contains($0) }
    }

    var leftOut: Int { map.rows.count - rows.count }

    /// The height, with the distance from what follows.
    var height: Double { grid.head + rows.reduce(0) { $0 + grid.height(of: $1) } + Self.distance }

    private static let distance = 14.0

    /// Returns the panel in parts of about this height at most, with equal numbers of rows.
    func parts(height: Double) -> [HeatPanel] {
        let fixed = grid.head + Self.distance
        let count = max(1, ((self.height - fixed) / max(1, height - fixed)).rounded(.up))
        let perPart = max(1, Int((Double(rows.count) / count).rounded(.up)))
        return stride(from: 0, to: max(1, rows.count), by: perPart).map { first in
            var part = self
            part.rows = Array(rows.dropFirst(first).prefix(perPart))
            return part
        }
    }

    func draw(at y: inout Double) -> [Shape] {
        let top = y + grid.head
        var shapes = heads(top)
        var tops: [Int: Double] = [:]
        var labels: [Shape] = []
        y = top
        for row in rows {
            tops[row] = y
            labels += label(row, y)
            y += grid.height(of: row)
        }
        shapes.append(
            .rectangle(Box(grid.labels, top, width: Double(shown.count) * grid.cellWidth, height: y - top), .heat0))
        for cell in cells { shapes += tops[cell.row].map { draw(cell, $0) } ?? [] }
        y += Self.distance
        return shapes + labels
    }

    private func heads(_ top: Double) -> [Shape] {
        shown.flatMap { column -> [Shape] in
            let label = grid.heads[column]
            let middle = grid.labels + (Double(column - shown.lowerBound) + 0.5) * grid.cellWidth
            let isUpright = !grid.isNumbered || TextWidth.of(label) > grid.cellWidth - 2
            let color = map.columnColors.indices.contains(column) ? map.columnColors[column] : nil
            let bottom = map.columnColors.contains { $0 != nil } ? top - 14 : top - 5
            let text = Shape.text(
                label, Point(isUpright ? middle + 4 : middle, bottom), .ink,
                style: .init(anchor: isUpright ? .start : .middle, isUpright: isUpright),
                tip: grid.isNumbered ? map.columns[column] : nil)
            return [text] + (color.map { [.swatch(Box(middle - 5, top - 11, width: 10, height: 7), $0)] } ?? [])
        }
    }

    private func label(_ row: Int, _ top: Double) -> [Shape] {
        let lines = grid.lines[row]
        let middle = top + grid.height(of: row) / 2
        let hasSwatches = map.rowColors.contains { $0 != nil }
        let color = map.rowColors.indices.contains(row) ? map.rowColors[row] : nil
        let right = grid.labels - (hasSwatches ? HeatGrid.swatch : 0) - 7
        let first = middle - 8 - Double(lines.count - 1) * TextWidth.line / 2
        let texts = Shape.lines(lines, of: map.rows[row], at: Point(right, first), style: .init(anchor: .end))
        return texts + (color.map { [.swatch(Box(grid.labels - 15, middle - 5, width: 10, height: 10), $0)] } ?? [])
    }

    private func draw(_ cell: HeatMap.Cell, _ top: Double) -> [Shape] {
        let box = Box(
            grid.labels + Double(cell.column - shown.lowerBound) * grid.cellWidth + 0.5, top + 0.5,
            width: grid.cellWidth - 1, height: grid.height(of: cell.row) - 1)
        guard let value = cell.value else { return HeatLegend.missing(box) }
        let step = scale.step(of: value)
        let tip = grid.hasNumbers ? nil : "\(map.rows[cell.row]) · \(map.columns[cell.column]): \(cell.text)"
        let back = Shape.rectangle(box, cell.isExcludedFromScale ? .paper : Ink.heat[step], tip: tip)
        guard grid.hasNumbers else { return [back] }
        let number = Shape.text(
            cell.text, Point(box.x + box.width / 2, box.y + box.height / 2 + 4.2),
            cell.isExcludedFromScale ? .soft : Ink.onHeat(step), style: .init(anchor: .middle))
        return [back, number]
    }
}
