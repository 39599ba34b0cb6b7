import TemaCharts
import TemaModel

extension ReportContent {
    /// The most important results as sentences, and one figure.
    func brief(_ captions: inout Captions) -> ReportSection? {
        let sentences = [size, mostFrequent, strongestPair, largestDifference, unused].compactMap(\.self)
        let figure = captions.figure(
            "chart frequencies",
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
        let rows = table.rows.prefix(3).filter { reading.number($0, "passages") > 0 }
        guard let first = rows.first else { return Phrase("No passage is coded with any of the \(levelNoun).") }
        func place(_ row: Table.Row) -> Phrase {
            Phrase(
                """
                “\(reading.text(row, "name"))” (\(count: Int(reading.number(row, "passages")), "passage"), \
                \(reading.shown(row, "passages_percent")) %, in \(count: Int(reading.number(row, "documents")), "document"))
                """)
        }
        let others = rows.dropFirst().map(place)
        return others.isEmpty
            ? Phrase("The most frequent of the \(levelNoun) is \(place(first)).")
            : Phrase(
                "The most frequent of the \(levelNoun) is \(place(first)), followed by \(others.joined(separator: ", "))."
            )
    }

    private var strongestPair: Phrase? {
        let (table, reading) = (tables.cooccurrence, TableReader(tables.cooccurrence, in: language))
        guard
            let row = table.rows.enumerated().max(by: {
                let (one, other) = (reading.number($0.element, "jaccard"), reading.number($1.element, "jaccard"))
                return one == other ? $0.offset > $1.offset : one < other
            })?.element
        else { return nil }
        return Phrase(
            """
            Of the pairs of codes, “\(reading.text(row, "name_a"))” and “\(reading.text(row, "name_b"))” overlap most: \
            they are together in \(provenance.unit.counted(Int(reading.number(row, "n_ab")))), a Jaccard index of \
            \(reading.shown(row, "jaccard")).
            """)
    }

    /// The code whose share differs most between two sections, of sections with at least ten passages.
    private var largestDifference: Phrase? {
        let reading = TableReader(tables.sections, in: language)
        let groups = zip(sectionGroups, sectionSizes).filter { $1 >= 10 }.map(\.0)
        var greatest: (row: Table.Row, high: String, low: String, difference: Double)?
        for row in tables.sections.rows {
            let shares = groups.map { (name: $0, share: reading.number(row, $0)) }
            guard let high = shares.max(by: { $0.share < $1.share }), let low = shares.min(by: { $0.share < $1.share })
            else { continue }
            let difference = high.share - low.share
            if difference > (greatest?.difference ?? 0) { greatest = (row, high.name, low.name, difference) }
        }
        guard let greatest else { return nil }
        return Phrase(
            """
            “\(reading.text(greatest.row, "name"))” differs most between sections: it is in \
            \(reading.shown(greatest.row, greatest.high)) % of the passages of \(greatest.high), and in \
            \(reading.shown(greatest.row, greatest.low)) % of those of \(greatest.low).
            """)
    }

    private var sectionGroups: [String] {
        tables.sections.layout.columns.filter { $0.group != nil && $0.name != "total" }.map(\.name)
    }

    private var unused: Phrase? {
        let (table, reading) = (levelFrequencies, TableReader(tables.frequencies, in: language))
        let names = table.rows.filter { reading.number($0, "passages") == 0 }.map { reading.text($0, "name") }
        guard !names.isEmpty else { return Phrase("Each of the \(levelNoun) occurs.") }
        let shown = names.prefix(5).map { Phrase("“\($0)”") }.joined(separator: ", ")
        return names.count > 5
            ? Phrase("\(names.count) of the \(levelNoun) do not occur, such as \(shown).")
            : Phrase("\(names.count) of the \(levelNoun) do not occur: \(shown).")
    }
}
