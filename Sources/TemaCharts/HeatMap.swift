import TemaModel

/// A heat map: numbers by row and column as coloured cells. Greater numbers are darker, or brighter on a dark screen.
///
/// Columns that do not fit in the width continue in further panels below, with repeated row labels. Columns with long names
/// have numbers; their names are before the rows, or listed below if the rows have other names.
public struct HeatMap: Sendable, Hashable {
    /// A number of the map.
    public struct Cell: Sendable, Hashable {
        /// The index of the row.
        public var row: Int
        /// The index of the column.
        public var column: Int
        /// The number that determines the colour, at least 0; nil if there are no data.
        public var value: Double?
        /// The number as people read it.
        public var text: String
        /// Whether the number is excluded from the colour scale, such as that of a code with itself.
        public var isExcludedFromScale: Bool

        /// Creates a cell.
        public init(row: Int, column: Int, value: Double?, text: String, isExcludedFromScale: Bool = false) {
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
    /// The colours of the rows' codes, or empty if rows are not codes.
    public var rowColors: [CodeColor?]
    /// The colours of the columns' codes, or empty if columns are not codes.
    public var columnColors: [CodeColor?]
    /// Whether the numbers are shares or rates, not counts. The legend says so.
    public var isOfShares: Bool
    /// The chart's own words.
    public var words: Words

    /// The words and marks of a language that a heat map adds by itself.
    public struct Words: Sendable, Hashable {
        let omission: String
        let scale: String
        let shareScale: String
        let noData: String
        let language: DisplayLanguage

        /// Creates the words of a language.
        public init(_ language: DisplayLanguage) {
            omission = Phrase("Each panel omits the rows that have no number in it").text(in: language)
            scale = Phrase("Colours: equal steps from 0").text(in: language)
            shareScale = Phrase("Shares; colours: equal steps from 0").text(in: language)
            noData = Phrase("no data").text(in: language)
            self.language = language
        }
    }

    /// Creates a heat map.
    public init(
        title: String, description: String, measure: String, rows: [String], columns: [String], cells: [Cell],
        rowColors: [CodeColor?] = [], columnColors: [CodeColor?] = [], isOfShares: Bool = false,
        words: Words = Words(.english)
    ) {
        (self.title, self.description, self.measure) = (title, description, measure)
        (self.rows, self.columns, self.cells, self.words) = (rows, columns, cells, words)
        (self.rowColors, self.columnColors, self.isOfShares) = (rowColors, columnColors, isOfShares)
    }

    /// Whether rows and columns are the same.
    var isSquare: Bool { rows == columns }

    /// Returns the map laid out for a width.
    ///
    /// - Parameter width: The width in pixels, at least 260.
    public func picture(width: Double) -> Picture { HeatLayout(self, width: max(260, width)).picture }

    /// Returns the map as one picture or, if that is too high, as several pictures that are to be placed one below the other.
    /// Each has some columns and rows with their labels, and the number of the picture in its title. The last has the legend.
    ///
    /// - Parameters:
    ///   - width: The width in pixels, at least 260.
    ///   - height: The height of a picture in pixels. A picture of very few rows or of the legend alone can be higher.
    public func pictures(width: Double, height: Double) -> [Picture] {
        HeatLayout(self, width: max(260, width)).pictures(height: height)
    }
}
