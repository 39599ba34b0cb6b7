import TemaModel

/// A heat map: numbers by row and column as coloured cells. Greater numbers are darker, or brighter on a dark screen.
///
/// Columns that do not fit in the width continue in further panels below, with repeated row labels.
public struct HeatMap: Sendable, Hashable {
    /// A number of the map.
    public struct Cell: Sendable, Hashable {
        /// The index of the row.
        public var row: Int
        /// The index of the column.
        public var column: Int
        /// The number that determines the colour, at least 0.
        public var value: Double
        /// The number as people read it.
        public var text: String
        /// Whether the number is excluded from the colour scale, such as that of a code with itself.
        public var isExcludedFromScale: Bool

        /// Creates a cell.
        public init(row: Int, column: Int, value: Double, text: String, isExcludedFromScale: Bool = false) {
            (self.row, self.column, self.value, self.text, self.isExcludedFromScale) = (
                row, column, value, text, isExcludedFromScale
            )
        }
    }

    /// The map's title.
    public var title: String
    /// The text below the map, also for readers who cannot see it.
    public var description: String
    /// The description of the numbers in the legend.
    public var measure: String
    /// The row labels.
    public var rows: [String]
    /// The column labels.
    public var columns: [String]
    /// The cells. Missing cells have the value 0.
    public var cells: [Cell]
    /// The chart's own words.
    public var words: Words

    /// The words and marks of a language that a heat map adds by itself.
    public struct Words: Sendable, Hashable {
        let omission: String
        let decimalMark: Character

        /// Creates the words of a language.
        public init(_ language: DisplayLanguage) {
            omission = Phrase("Each panel omits the rows that have no number in it").text(in: language)
            decimalMark = language.decimalMark
        }
    }

    /// Creates a heat map.
    public init(
        title: String, description: String, measure: String, rows: [String], columns: [String], cells: [Cell],
        words: Words = Words(.english)
    ) {
        (self.title, self.description, self.measure) = (title, description, measure)
        (self.rows, self.columns, self.cells, self.words) = (rows, columns, cells, words)
    }

    /// Returns the map laid out for a width.
    ///
    /// - Parameter width: The width in pixels, at least 260.
    public func picture(width: Double) -> Picture {
        let width = max(260, width)
        let grid = HeatGrid(self, width: width)
        let scale = HeatScale(cells.filter { !$0.isExcludedFromScale }.map(\.value), decimalMark: words.decimalMark)
        var shapes: [Shape] = []
        var y = 2.0
        var leftOut = 0
        for first in stride(from: 0, to: columns.count, by: grid.perPanel) {
            let panel = HeatPanel(self, first..<min(first + grid.perPanel, columns.count), grid: grid, scale: scale)
            shapes += panel.draw(at: &y)
            leftOut += panel.leftOut
        }
        let note = leftOut > 0 ? ". " + words.omission : ""
        shapes += HeatLegend(measure: measure + note, scale: scale).draw(width: width, at: &y)
        return Picture(width: width, height: y, title: title, description: description, shapes: shapes)
    }
}

/// The legend of a heat map's colours.
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
            let entryWidth = TextWidth.of(text) + 34
            if x > 0, x + entryWidth > width { (x, y) = (0, y + 20) }
            shapes.append(.rectangle(Box(x, y, width: 16, height: 14), Ink.heat[step]))
            shapes.append(.text(text, Point(x + 21, y + 11), .soft))
            x += entryWidth
        }
        y += 20
        return shapes
    }
}
