import TemaCharts
import TemaModel

extension ReportContent {
    /// The numbers of documents, passages and words, and their distribution.
    func overview(_ captions: inout Captions) -> ReportSection? {
        let reading = TableReader(tables.overview, in: language)
        func rows(_ variable: String) -> [Table.Row] {
            tables.overview.rows.filter { reading.text($0, "variable") == variable }
        }
        let all = rows("all").first ?? Table.Row([])
        let years = rows("year").compactMap { Int(reading.shown($0, "group")) }
        var tiles = [
            (language.grouped(reading.number(all, "documents")), Phrase("documents")),
            (language.grouped(reading.number(all, "passages")), Phrase("passages")),
            (language.grouped(reading.number(all, "words")), Phrase("words")),
        ]
        if let first = years.min(), let last = years.max() {
            tiles.append((first == last ? "\(first)" : "\(first)–\(last)", Phrase("years")))
        }
        let languages = rows("language").count { reading.cell($0, "group") != .phrase(Phrase("(none)")) }
        tiles.append((language.grouped(Double(languages)), Phrase("languages")))
        let body = tiles.map { "<div><dt>\(html.text($0.1))</dt><dd>\(HTML.text($0.0))</dd></div>\n" }.joined()
        // No command draws these figures. The named ones print their numbers, as the denominators of shares.
        let parts: [(variable: String, title: Phrase, column: String, noun: Phrase, measure: String)] = [
            ("year", Phrase("Documents by year"), "documents", Phrase("documents"), "documents_percent"),
            ("language", Phrase("Passages by language"), "passages", Phrase("passages"), "percent"),
            ("section", Phrase("Passages by section"), "passages", Phrase("passages"), "percent"),
        ]
        let figures = parts.map {
            let chart = bars(rows($0.variable), reading, title: $0.title, column: $0.column, noun: $0.noun)
            return captions.figure("compare --by \($0.variable) --measure \($0.measure)", chart.picture)
        }
        return ReportSection(
            id: "corpus", title: Phrase("Corpus overview"),
            body: "<dl class=\"tiles\">\n\(body)</dl>\n" + figures.joined() + html.list(tables.overview.notes))
    }

    private func bars(
        _ rows: [Table.Row], _ reading: TableReader, title: Phrase, column: String, noun: Phrase
    ) -> BarChart {
        let shown = indicesOfGreatest(rows.map { reading.number($0, column) }, most: Self.mostMapped).map { rows[$0] }
        let groups = MissingYears.filled(
            shown.map { reading.shown($0, "group") }, of: rows.map { reading.shown($0, "group") })
        let counts = Dictionary(
            shown.map { (reading.shown($0, "group"), reading.number($0, column)) },
            uniquingKeysWith: { first, _ in first })
        return BarChart(
            title: title.text(in: language),
            description: Bounded.note(shown.count, of: rows.count, noun: Phrase("groups"), by: noun).text(in: language),
            rows: groups.map { group in
                let count = counts[group] ?? 0
                return BarChart.Row(group, value: count, text: language.grouped(count))
            })
    }
}
