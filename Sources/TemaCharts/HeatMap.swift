/// Numbers of rows and columns as cells, the darker (on a dark screen the brighter) the greater.
///
/// Columns that have no room beside each other go on in a further panel below, with the rows' labels again.
public struct HeatMap: Sendable, Hashable {
    public struct Cell: Sendable, Hashable {
        public var row: Int
        public var column: Int
        /// From 0.
        public var value: Double
        /// The number as people read it.
        public var text: String
        /// Whether it is a number of its own, no part of the scale: a code with itself.
        public var isApart: Bool

        public init(row: Int, column: Int, value: Double, text: String, isApart: Bool = false) {
            (self.row, self.column, self.value, self.text, self.isApart) = (row, column, value, text, isApart)
        }
    }

    public var title: String
    public var description: String
    /// What the numbers are, as the legend says it.
    public var measure: String
    public var rows: [String]
    public var columns: [String]
    /// Those that are not here are nothing.
    public var cells: [Cell]

    public init(
        title: String, description: String, measure: String, rows: [String], columns: [String], cells: [Cell]
    ) {
        (self.title, self.description, self.measure) = (title, description, measure)
        (self.rows, self.columns, self.cells) = (rows, columns, cells)
    }

    /// - Parameter width: In pixels, at least 260.
    public func picture(width: Double) -> Picture {
        let width = max(260, width)
        let grid = HeatGrid(self, width: width)
        let scale = HeatScale(cells.filter { !$0.isApart }.map(\.value))
        var shapes: [Shape] = []
        var y = 2.0
        var leftOut = 0
        for first in stride(from: 0, to: columns.count, by: grid.perPanel) {
            let panel = HeatPanel(self, first..<min(first + grid.perPanel, columns.count), grid: grid, scale: scale)
            shapes += panel.draw(at: &y)
            leftOut += panel.leftOut
        }
        let note = leftOut > 0 ? ". Rows without a number in a part of the columns are left out there" : ""
        shapes += HeatLegend(measure: measure + note, scale: scale).draw(width: width, at: &y)
        return Picture(width: width, height: y, title: title, description: description, shapes: shapes)
    }
}

/// What the colours of a heat map stand for.
struct HeatLegend {
    let measure: String
    let scale: HeatScale

    func draw(width: Double, at y: inout Double) -> [Shape] {
        var shapes: [Shape] = []
        for line in TextWidth.lines(measure, width: width, most: 3) {
            shapes.append(.text(line, Point(0, y + 12), .soft))
            y += TextWidth.line
        }
        y += 3
        var x = 0.0
        for (step, text) in [(0, "0")] + scale.legend {
            let room = TextWidth.of(text) + 34
            if x > 0, x + room > width { (x, y) = (0, y + 20) }
            shapes.append(.rectangle(Box(x, y, width: 16, height: 14), Ink.heat[step]))
            shapes.append(.text(text, Point(x + 21, y + 11), .soft))
            x += room
        }
        y += 20
        return shapes
    }
}
