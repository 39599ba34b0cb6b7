import TemaCharts
import TemaModel

extension ReportContent {
    /// The numbers of documents, passages and words, and their distribution.
    var overview: ReportSection {
        let reading = TableReader(tables.overview)
        func rows(_ variable: String) -> [Table.Row] {
            tables.overview.rows.filter { reading.text($0, "variable") == variable }
        }
        let all = rows("all").first ?? Table.Row([])
        let years = rows("year").compactMap { Int(reading.text($0, "group")) }
        var tiles = [
            (HTML.count(reading.number(all, "documents")), "documents"),
            (HTML.count(reading.number(all, "passages")), "passages"),
            (HTML.count(reading.number(all, "words")), "words"),
        ]
        if let first = years.min(), let last = years.max() {
            tiles.append((first == last ? "\(first)" : "\(first)–\(last)", "years"))
        }
        tiles.append(
            (HTML.count(Double(rows("language").count { reading.text($0, "group") != "(none)" })), "languages"))
        let body = tiles.map { "<div><dt>\(HTML.text($0.1))</dt><dd>\(HTML.text($0.0))</dd></div>\n" }.joined()
        let parts: [(String, String, String)] = [
            ("year", "Documents by year", "documents"), ("language", "Passages by language", "passages"),
            ("section", "Passages by section", "passages"),
        ]
        let figures = parts.map { variable, title, column in
            bars(rows(variable), reading, title: title, column: column)
        }
        return ReportSection(
            id: "corpus", title: "Corpus overview",
            body: "<dl class=\"tiles\">\n\(body)</dl>\n" + figures.joined() + HTML.list(tables.overview.notes))
    }

    private func bars(_ rows: [Table.Row], _ reading: TableReader, title: String, column: String) -> String {
        let shown = indicesOfGreatest(rows.map { reading.number($0, column) }, most: Self.mostMapped).map { rows[$0] }
        let chart = BarChart(
            title: title,
            description: Bounded.note(shown.count, of: rows.count, noun: "groups", by: column),
            rows: shown.map {
                BarChart.Row(
                    reading.text($0, "group"), value: reading.number($0, column),
                    text: HTML.count(reading.number($0, column)))
            })
        return HTML.figure(chart.picture)
    }
}
