import TemaCharts
import TemaModel

/// The chart of codes that occur together in sets.
public enum CombinationPicture {
    /// Returns a chart of the most frequent combinations.
    ///
    /// - Parameters:
    ///   - table: The table of a ``Combinations`` from one code on, which has the number of units of each code.
    ///   - codes: The codes.
    ///   - least: The least number of codes of a combination.
    ///   - most: The maximum number of combinations shown, the most frequent ones.
    ///   - language: The language of the chart's texts.
    public static func chart(
        _ table: Table, _ codes: CodeList, from least: Int, most: Int, in language: DisplayLanguage = .english
    ) -> CombinationChart {
        let reading = TableReader(table, in: language)
        let colors = CodeColors(codes)
        var sizes: [String: Int] = [:]
        var sets: [(paths: [String], count: Int)] = []
        for row in table.rows {
            guard case .list(let held) = reading.cell(row, "codes") else { continue }
            let paths = held.compactMap { if case .text(let path) = $0 { path } else { nil } }
            let count = Int(reading.number(row, "units"))
            for path in paths { sizes[path, default: 0] += count }
            if paths.count >= least { sets.append((paths, count)) }
        }
        let shown = sets.prefix(max(0, most))
        let held = Set(shown.flatMap(\.paths))
        let entries = codes.entries.filter { held.contains($0.path) }
        let numbers = Dictionary(entries.enumerated().map { ($1.path, $0) }) { first, _ in first }
        return CombinationChart(
            title: table.layout.title.text(in: language),
            description: [
                sets.isEmpty
                    ? Phrase("No unit has at least \(least) of these codes.")
                    : Phrase(
                        "Each column: a combination of at least \(least) codes, and the units with exactly these codes."
                    ),
                table.notes.first ?? Phrase(verbatim: ""),
                Bounded.note(shown.count, of: sets.count, noun: Phrase("combinations"), by: Phrase("units")),
            ].joined(separator: " ").text(in: language),
            members: entries.map { .init($0.name, size: sizes[$0.path] ?? 0, color: colors[$0.path]) },
            combinations: shown.map { .init(Set($0.paths.compactMap { numbers[$0] }), count: $0.count) },
            upwards: Phrase("Columns: units with exactly these codes").text(in: language),
            sizes: Phrase("Bars at the left: all units with the code").text(in: language), language: language)
    }
}
