import TemaCharts
import TemaModel

/// The chart of saturation: the number of codes found by the number of documents.
public enum SaturationPicture {
    /// Returns a line chart of the cumulative number of codes.
    ///
    /// - Parameter table: The table of a ``Saturation``.
    public static func chart(_ table: Table) -> LineChart {
        let reading = TableReader(table)
        func values(_ column: String) -> [Double] { table.rows.map { reading.number($0, column) } }
        let hasBand = table.rows.contains { reading.cell($0, "random_low") != .empty }
        let lines = [LineChart.Line("In the order of the files", values("codes"))]
        return LineChart(
            title: table.layout.title,
            description: table.notes.joined(separator: " "), across: "Documents", upwards: "Codes found so far",
            lines: lines + (hasBand ? [LineChart.Line("Random orders: median", values("random_median"))] : []),
            band: hasBand
                ? .init("Random orders: 5 % to 95 %", low: values("random_low"), high: values("random_high")) : nil)
    }
}
