/// The sizes of a heat map's cells and labels, in pixels.
struct HeatGrid {
    /// The width of the row labels, with their swatches.
    let labels: Double
    /// The height of the column labels.
    let head: Double
    let cellWidth: Double
    /// The lines of each row label.
    let lines: [[String]]
    /// The number of columns that fit in one panel.
    let perPanel: Int
    /// Whether the numbers fit in the cells.
    let hasNumbers: Bool
    /// Whether columns have numbers instead of names.
    let isNumbered: Bool
    /// The label of each column: its name or its number.
    let heads: [String]

    private static let leastWidth = 17.0
    /// The width of a swatch with its distance from the cells.
    static let swatch = 14.0

    init(_ map: HeatMap, width: Double) {
        isNumbered = TextWidth.widest(map.columns) > (width < 480 ? 96 : 126)
        heads = isNumbered ? map.columns.indices.map { "\($0 + 1)" } : map.columns
        let names = isNumbered && map.isSquare ? map.rows.enumerated().map { "\($0 + 1) \($1)" } : map.rows
        let swatch = map.rowColors.contains { $0 != nil } ? Self.swatch : 0
        let labels = min(TextWidth.widest(names) + 9, (width * 0.36).rounded()) + swatch
        self.labels = labels
        lines = names.map { TextWidth.lines($0, width: labels - swatch - 8, most: 12) }
        head = TextWidth.widest(heads) + 10 + (map.columnColors.contains { $0 != nil } ? 9 : 0)
        let available = width - labels - 2
        let numbers = TextWidth.widest(map.cells.map(\.text)) + 1
        // A second panel is acceptable for cells that fit their numbers, a third is not.
        let fitting = max(1, Int(available / max(Self.leastWidth, numbers)))
        let most = fitting * 2 >= map.columns.count ? fitting : max(1, Int(available / Self.leastWidth))
        // Panels get equal numbers of columns, so that the last one is not much narrower.
        let panels = max(1, (map.columns.count + most - 1) / most)
        perPanel = max(1, (map.columns.count + panels - 1) / panels)
        cellWidth = min(44, max(Self.leastWidth, available / Double(perPanel))).rounded(.down)
        hasNumbers = numbers <= cellWidth
    }

    func height(of row: Int) -> Double { max(22, Double(lines[row].count) * TextWidth.line + 7) }
}
