import TemaCharts
import TemaModel

extension ReportContent {
    /// The most important results as sentences, and one figure.
    func brief(_ captions: inout Captions) -> ReportSection? {
        let sentences = [size, mostFrequent, strongestPair, largestDifference, unused].compactMap(\.self)
        let figure = captions.figure(
            "chart frequencies\(provenance.levelOption) --most \(Self.mostBars)",
            FrequencyPicture.chart(levelFrequencies, codes, most: Self.mostBars, in: language).picture)
        return ReportSection(
            id: "brief", title: Phrase("Results in brief"),
            body: "<ol class=\"brief\">\n" + sentences.map { "<li>\(html.text($0))</li>\n" }.joined() + "</ol>\n"
                + figure)
    }

    /// The frequencies of the codes of the reported level, the most frequent first.
    private var levelFrequencies: Table {
        let reading = TableReader(tables.frequencies, in: language)
        var table = tables.frequencies
        let rows = table.rows.filter { provenance.level.isEmpty || reading.text($0, "level") == provenance.level }
            .map { (passages: reading.number($0, "passages"), row: Table.Row($0.cells)) }
        table.rows = rows.enumerated().sorted {
            ($1.element.passages, $0.offset) < ($0.element.passages, $1.offset)
        }.map(\.element.row)
        if !provenance.level.isEmpty {
            table.layout.title = Phrase("\(table.layout.title): the most frequent \(levelNoun)")
        }
        return table
    }

    private var size: Phrase? {
        let reading = TableReader(tables.overview, in: language)
        guard let all = tables.overview.rows.first(where: { reading.text($0, "variable") == "all" }) else { return nil }
        let (passages, words) = (Int(reading.number(all, "passages")), Int(reading.number(all, "words")))
        return Phrase(
            """
            \(count: provenance.documents, "document") with \(count: passages, "passage") and \(count: words, "word") \
            were coded with \(count: codes.count, "code").
            """)
    }

    private var mostFrequent: Phrase? {
        let (table, reading) = (levelFrequencies, TableReader(tables.frequencies, in: language))
        // Codes that are as frequent as the third are named too, up to five.
        let third = table.rows.prefix(3).last.map { reading.number($0, "passages") } ?? 0
        let rows = table.rows.prefix(5).filter { reading.number($0, "passages") >= max(1, third) }
        guard !rows.isEmpty else { return Phrase("No passage is coded with any of the \(levelNoun).") }
        let places = rows.map { row in
            Phrase(
                """
                “\(label(row, reading))” (\(count: Int(reading.number(row, "passages")), "passage"), \
                \(reading.shown(row, "passages_percent")) %, in \(count: Int(reading.number(row, "documents")), "document"))
                """)
        }
        return Phrase("Most frequent \(levelNoun): \(places.joined(separator: "; ")).")
    }

    /// Returns the name of a row's code, or its path if several codes have the name.
    private func label(_ row: Table.Row, _ reading: TableReader) -> String {
        let path = reading.text(row, "code")
        return codes.entries.firstIndex { $0.path == path }.map { codes.labels()[$0] } ?? path
    }

    private var strongestPair: Phrase? {
        let (table, reading) = (tables.cooccurrence, TableReader(tables.cooccurrence, in: language))
        let greatest = table.rows.map { reading.number($0, "jaccard") }.max() ?? 0
        let strongest = table.rows.filter { reading.number($0, "jaccard") == greatest }
        guard let row = strongest.first, greatest > 0 else { return nil }
        let names = Phrase("“\(reading.text(row, "name_a"))” and “\(reading.text(row, "name_b"))”")
        let jaccard = reading.shown(row, "jaccard")
        guard strongest.count == 1 else {
            return Phrase(
                "\(strongest.count) pairs of codes overlap most, with a Jaccard index of \(jaccard), such as \(names).")
        }
        let together = provenance.unit.counted(Int(reading.number(row, "n_ab")))
        return Phrase(
            "Of the pairs of codes, \(names) overlap most: they are together in \(together), a Jaccard index of \(jaccard)."
        )
    }

    /// The least number of passages of a section whose shares are compared in a sentence.
    private static let leastPassages = 10

    /// The code whose share differs most between two sections; nil if several codes differ as much.
    private var largestDifference: Phrase? {
        let reading = TableReader(tables.sections, in: language)
        let all = tables.sections.layout.columns.filter { $0.group != nil && $0.name != "total" }.map(\.name)
        let groups = zip(all, sectionSizes).filter { $1 >= Self.leastPassages }.map(\.0)
        let differences = tables.sections.rows.compactMap {
            row -> (row: Table.Row, high: String, low: String, by: Double)? in
            let shares = groups.map { (name: $0, share: reading.number(row, $0)) }
            guard let high = shares.max(by: { $0.share < $1.share }), let low = shares.min(by: { $0.share < $1.share })
            else { return nil }
            return (row, high.name, low.name, high.share - low.share)
        }
        let greatest = differences.map(\.by).max() ?? 0
        let found = differences.filter { $0.by == greatest }
        guard let one = found.first, found.count == 1, greatest > 0 else { return nil }
        return Phrase(
            """
            Of the sections with at least \(Self.leastPassages) passages, “\(label(one.row, reading))” differs most between \
            \(one.high) (\(reading.shown(one.row, one.high)) % of the passages) and \(one.low) \
            (\(reading.shown(one.row, one.low)) %).
            """)
    }

    private var unused: Phrase? {
        let (table, reading) = (levelFrequencies, TableReader(tables.frequencies, in: language))
        let rows = table.rows.filter { reading.number($0, "passages") == 0 }
        guard rows.count < table.rows.count else { return nil }
        guard !rows.isEmpty else { return Phrase("All \(levelNoun) occur.") }
        let shown = rows.prefix(5).map { Phrase("“\(label($0, reading))”") }.joined(separator: ", ")
        return rows.count > 5
            ? Phrase("Not found: \(rows.count) of the \(levelNoun), such as \(shown).")
            : Phrase("Not found: \(shown).")
    }
}
