import TemaCharts
import TemaModel

/// The chart of code frequencies.
public enum FrequencyPicture {
    /// Returns a bar chart of the passages of each code.
    ///
    /// - Parameters:
    ///   - table: The table of a ``Frequencies``.
    ///   - codes: The codes, which have the colours of the bars.
    ///   - most: The maximum number of codes shown, the most frequent ones. A code is never less frequent than the
    ///     codes below it, so the ancestors of a shown code are also shown.
    ///   - language: The language of the chart's texts.
    public static func chart(
        _ table: Table, _ codes: CodeList, most: Int, in language: DisplayLanguage = .english
    ) -> BarChart {
        let reading = TableReader(table, in: language)
        let colors = CodeColors(codes)
        let shown = indicesOfGreatest(table.rows.map { reading.number($0, "passages") }, most: most)
        let rows = shown.map { index in
            let row = table.rows[index]
            let share =
                reading.cell(row, "passages_percent") == .empty ? "" : " (\(reading.shown(row, "passages_percent")) %)"
            return BarChart.Row(
                reading.text(row, "name"), depth: row.depth, value: reading.number(row, "passages"),
                text: reading.shown(row, "passages") + share, color: colors[reading.text(row, "code")])
        }
        return BarChart(
            title: table.layout.title.text(in: language),
            description: [
                Phrase("Passages with each code or a code below it, and their share of passages of the coded kinds."),
                Bounded.note(shown.count, of: table.rows.count, noun: Phrase("codes"), by: Phrase("passages")),
            ].joined(separator: " ").text(in: language),
            rows: rows)
    }
}

/// The note on codes or groups that a picture does not show.
enum Bounded {
    /// Returns the note, or an empty phrase if everything is shown.
    static func note(_ shown: Int, of all: Int, noun: Phrase, by measure: Phrase) -> Phrase {
        shown < all
            ? Phrase("Shows the \(shown) of \(all) \(noun) with the most \(measure).") : Phrase(verbatim: "")
    }

    /// Returns the note on codes or groups that are chosen by their sums, or an empty phrase if everything is shown.
    static func note(_ shown: Int, of all: Int, noun: Phrase) -> Phrase {
        shown < all
            ? Phrase("Shows the \(shown) of \(all) \(noun) with the greatest sums.") : Phrase(verbatim: "")
    }
}
