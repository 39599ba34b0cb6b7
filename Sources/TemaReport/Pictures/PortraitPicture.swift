import TemaCharts
import TemaModel

/// The portrait of one document: its codes along its text.
public enum PortraitPicture {
    /// Returns the portrait.
    ///
    /// - Parameters:
    ///   - table: The table of a ``DocumentPortrait``.
    ///   - codes: The codes, which have the colours of the marks.
    ///   - most: The maximum number of codes shown, those in the most passages.
    ///   - language: The language of the chart's texts.
    public static func chart(
        _ table: Table, _ codes: CodeList, most: Int, in language: DisplayLanguage = .english
    ) -> PortraitChart {
        let reading = TableReader(table, in: language)
        let colors = CodeColors(codes)
        var parts: [PortraitChart.Part] = []
        var places: [String: [Range<Int>]] = [:]
        var place = 0
        for row in table.rows {
            let (section, words) = (reading.text(row, "section"), Int(reading.number(row, "words")))
            if parts.last?.name == section {
                parts[parts.count - 1].length += words
            } else {
                parts.append(.init(section, length: words))
            }
            if case .list(let held) = reading.cell(row, "codes") {
                for case .text(let path) in held { places[path, default: []].append(place..<(place + words)) }
            }
            place += words
        }
        let found = codes.entries.filter { places[$0.path] != nil }
        let shown = indicesOfGreatest(found.map { Double(places[$0.path]?.count ?? 0) }, most: most).map { found[$0] }
        return PortraitChart(
            title: table.layout.title.text(in: language),
            description: (table.notes.dropLast() + [
                Phrase(
                    "Each mark: a passage with the code, as wide as its words. The band above has the types of sections."
                ),
                Phrase("Number at the right: passages with the code."),
                Bounded.note(shown.count, of: found.count, noun: Phrase("codes"), by: Phrase("passages")),
            ]).joined(separator: " ").text(in: language),
            parts: parts,
            lanes: shown.map { entry in
                let own = places[entry.path] ?? []
                return .init(
                    entry.name, places: own, text: language.grouped(Double(own.count)), color: colors[entry.path])
            },
            across: Phrase("Words of the passages").text(in: language), language: language)
    }
}
