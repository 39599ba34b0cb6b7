/// The sizes of a heat map's cells and labels, in pixels.
struct HeatGrid {
    /// The width of the row labels.
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

    private static let leastWidth = 17.0

    init(_ map: HeatMap, width: Double) {
        let labels = min(TextWidth.widest(map.rows) + 9, (width * 0.36).rounded())
        self.labels = labels
        lines = map.rows.map { TextWidth.lines($0, width: labels - 8, most: 3) }
        head = min(TextWidth.widest(map.columns) + 10, 230)
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

    func height(of row: Int) -> Double { max(22, Double(lines[row].count) * 14 + 8) }
}
