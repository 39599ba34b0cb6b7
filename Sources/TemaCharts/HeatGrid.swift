/// The measures of a heat map's cells and labels, in pixels.
struct HeatGrid {
    /// The width of the rows' labels.
    let labels: Double
    /// The height of the columns' labels.
    let head: Double
    let cellWidth: Double
    /// The lines of each row's label.
    let lines: [[String]]
    /// How many columns have room beside each other.
    let perPanel: Int
    /// Whether each cell's number fits into it.
    let hasNumbers: Bool

    private static let leastWidth = 17.0

    init(_ map: HeatMap, width: Double) {
        let labels = min(TextWidth.widest(map.rows) + 9, (width * 0.36).rounded())
        self.labels = labels
        lines = map.rows.map { TextWidth.lines($0, width: labels - 8, most: 3) }
        head = min(TextWidth.widest(map.columns) + 10, 230)
        let room = width - labels - 2
        let numbers = TextWidth.widest(map.cells.map(\.text)) + 1
        // Numbers are worth a second panel, not a third.
        let fitting = max(1, Int(room / max(Self.leastWidth, numbers)))
        let most = fitting * 2 >= map.columns.count ? fitting : max(1, Int(room / Self.leastWidth))
        // As many in each panel, so that the last one is no remnant.
        let panels = max(1, (map.columns.count + most - 1) / most)
        perPanel = max(1, (map.columns.count + panels - 1) / panels)
        cellWidth = min(44, max(Self.leastWidth, room / Double(perPanel))).rounded(.down)
        hasNumbers = numbers <= cellWidth
    }

    func height(of row: Int) -> Double { max(22, Double(lines[row].count) * 14 + 8) }
}
