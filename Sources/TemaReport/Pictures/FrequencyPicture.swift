import TemaCharts
import TemaModel

/// Code frequencies as bars.
public enum FrequencyPicture {
    /// - Parameters:
    ///   - table: What ``Frequencies`` gives.
    ///   - most: How many codes are shown at most, the most frequent ones. A code is never rarer than those below it, so
    ///     none is shown without those above it.
    public static func chart(_ table: Table, most: Int) -> BarChart {
        let reading = TableReading(table)
        let shown = placesOfGreatest(table.rows.map { reading.number($0, "passages") }, most: most)
        let rows = shown.map { at in
            let row = table.rows[at]
            let share =
                reading.cell(row, "passages_percent") == .empty ? "" : " (\(reading.shown(row, "passages_percent")) %)"
            return BarChart.Row(
                reading.text(row, "name"), depth: row.depth, value: reading.number(row, "passages"),
                text: reading.shown(row, "passages") + share)
        }
        return BarChart(
            title: table.layout.title,
            description: "Passages with each code or one below it, and their share of all passages of the coded kinds."
                + Bounded.note(shown.count, of: table.rows.count, noun: "codes", by: "passages"),
            rows: rows)
    }
}

/// How a picture says that it does not show everything.
enum Bounded {
    /// Nothing where all are shown.
    static func note(_ shown: Int, of all: Int, noun: String, by measure: String) -> String {
        shown < all ? " Shown are the \(shown) of \(all) \(noun) with the most \(measure)." : ""
    }
}
