import TemaCharts
import TemaModel

/// The chart of saturation: the number of codes found by the number of documents.
public enum SaturationPicture {
    /// Returns a line chart of the cumulative number of codes.
    ///
    /// - Parameters:
    ///   - table: The table of a ``Saturation``.
    ///   - language: The language of the chart's texts.
    public static func chart(_ table: Table, in language: DisplayLanguage = .english) -> LineChart {
        let reading = TableReader(table, in: language)
        func values(_ column: String) -> [Double] { table.rows.map { reading.number($0, column) } }
        let hasBand = table.rows.contains { reading.cell($0, "random_low") != .empty }
        let lines = [LineChart.Line(Phrase("In the order of the files").text(in: language), values("codes"))]
        return LineChart(
            title: table.layout.title.text(in: language),
            description: table.notes.joined(separator: " ").text(in: language),
            across: Phrase("Documents").text(in: language), upwards: Phrase("Codes found so far").text(in: language),
            lines: lines
                + (hasBand
                    ? [LineChart.Line(Phrase("Random orders: median").text(in: language), values("random_median"))]
                    : []),
            band: hasBand
                ? .init(
                    Phrase("Random orders: 5 % to 95 %").text(in: language), low: values("random_low"),
                    high: values("random_high")) : nil,
            language: language)
    }
}
