import TemaAnalysis
import TemaCharts
import TemaModel

extension ReportContent {
    func frequencies(_ captions: inout Captions) -> ReportSection? {
        let reading = TableReader(tables.frequencies, in: language)
        var table = tables.frequencies
        table.rows = indicesOfGreatest(table.rows.map { reading.number($0, "passages") }, most: Self.mostRows)
            .map { tables.frequencies.rows[$0] }
        if table.rows.count < tables.frequencies.rows.count {
            table.layout.title = Phrase(
                "\(table.layout.title): the \(table.rows.count) of \(tables.frequencies.rows.count) codes with the most passages"
            )
        }
        let isByHand = provenance.origin != .automatic
        let columns = [
            "name", "passages", "documents", isByHand ? "segments" : "hits", "passages_percent", "documents_percent",
        ]
        return ReportSection(
            id: "frequencies", title: Phrase("Code frequencies"),
            body: captions.table("frequencies", table, columns: columns))
    }

    func cooccurrence(_ captions: inout Captions) -> ReportSection? {
        let picture = CooccurrencePicture(tables.cooccurrence, codes, in: language)
        let reading = TableReader(tables.cooccurrence, in: language)
        let all = tables.cooccurrence.rows
        guard !all.isEmpty else {
            return ReportSection(
                id: "cooccurrence", title: Phrase("Co-occurrence"),
                body: html.paragraph(Phrase("No two \(levelNoun) co-occur.")))
        }
        var pairs = tables.cooccurrence
        pairs.rows = indicesOfGreatest(all.map { reading.number($0, "jaccard") }, most: Self.mostPairs).map { all[$0] }
            .sorted { reading.number($0, "jaccard") > reading.number($1, "jaccard") }
        pairs.layout.title = Phrase("Strongest pairs: \(pairs.rows.count) of \(all.count)")
        let unit = unitOption
        return ReportSection(
            id: "cooccurrence", title: Phrase("Co-occurrence"),
            body: captions.figure(
                "chart network\(unit)", picture.network(most: Self.mostNodes, mostEdges: Self.mostEdges).picture)
                + captions.figure(
                    "chart cooccurrence\(unit) --order cluster",
                    picture.map(.together, most: Self.mostMapped, order: .cluster))
                + captions.table(
                    "cooccurrence\(unit) --sort jaccard --top \(Self.mostPairs)", pairs,
                    columns: ["name_a", "name_b", "n_a", "n_b", "n_ab", "jaccard", "q"]))
    }

    private var unitOption: String { provenance.unit == .passage ? "" : " --unit \(provenance.unit.rawValue)" }

    func articles(_ captions: inout Captions) -> ReportSection? {
        let labels = Citation.unique(tables.labels)
        let map = ComparisonPicture(tables.articles, codes, in: language).map(
            most: Self.mostMapped, mostGroups: Self.mostArticles
        ) {
            labels[$0] ?? $0
        }
        return ReportSection(
            id: "articles", title: Phrase("Codes by article"),
            body: captions.figure(
                "chart compare --by article --measure passages --as map\(provenance.levelOption)", map))
    }

    func sections(_ captions: inout Captions) -> ReportSection? {
        compared(
            tables.sections, sizes: sectionSizes, by: "section --measure percent", id: "sections",
            Phrase("Codes by section"), &captions)
    }

    func years(_ captions: inout Captions) -> ReportSection? {
        compared(
            tables.years, sizes: [], by: "year --measure documents_percent", id: "years", Phrase("Codes by year"),
            &captions)
    }

    /// The number of passages of each section type, in the order of the comparison's groups.
    var sectionSizes: [Int] {
        let reading = TableReader(tables.overview, in: language)
        return tables.overview.rows.filter { reading.text($0, "variable") == "section" }.map {
            Int(reading.number($0, "passages"))
        }
    }

    private func compared(
        _ table: Table, sizes: [Int], by command: String, id: String, _ title: Phrase, _ captions: inout Captions
    ) -> ReportSection? {
        let groups = table.layout.columns.filter { $0.group != nil && $0.name != "total" }
        guard groups.count > 1 else { return nil }
        let map = ComparisonPicture(table, codes, sizes: sizes.count == groups.count ? sizes : [], in: language).map(
            most: Self.mostMapped, mostGroups: Self.mostMapped)
        return ReportSection(
            id: id, title: title,
            body: captions.figure(
                "chart compare --by \(command) --as map\(provenance.levelOption)", map)
                + html.counted(table, table.layout.columns.indices))
    }

    func saturation(_ captions: inout Captions) -> ReportSection? {
        let chart = SaturationPicture.chart(tables.saturation, in: language)
        return ReportSection(
            id: "saturation", title: Phrase("Saturation"),
            body: captions.figure(
                "chart saturation\(provenance.levelOption)\(provenance.drawOptions)", chart.picture))
    }

    /// The agreement between coders, if several have coded a document.
    func agreement(_ captions: inout Captions) -> ReportSection? {
        guard let table = tables.agreement, !table.rows.isEmpty else { return nil }
        let columns = table.layout.columns.filter { $0.audience != .programs }.map(\.name)
        return ReportSection(
            id: "agreement", title: Phrase("Agreement between coders"),
            body: captions.table("agreement\(provenance.levelOption)", table, columns: columns))
    }

    /// How many automatic codings are right, if a sample was reviewed.
    func validation(_ captions: inout Captions) -> ReportSection? {
        guard let table = tables.validation, !table.rows.isEmpty else { return nil }
        let columns = table.layout.columns.filter { $0.audience != .programs }.map(\.name)
        return ReportSection(
            id: "validation", title: Phrase("Validation of automatic codings"),
            body: captions.table(nil, table, columns: columns))
    }

    /// The documents with their references.
    func documents(_ captions: inout Captions) -> ReportSection? {
        let sorted = tables.references.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        let rows = sorted.prefix(Self.mostReferences).enumerated().map { number, document in
            Table.Row([.integer(number + 1), .text(document.value), .text(document.key)])
        }
        var table = Table(
            Table.Layout(
                title: "Documents",
                columns: [
                    .init("number", "No.", style: .ordinal), .init("reference", "Reference"),
                    .document,
                ]), rows: Array(rows))
        if sorted.count > rows.count {
            table.notes = [Phrase("The first \(rows.count) of \(count: sorted.count, "document").")]
        }
        let body = captions.table(
            provenance.documentInputs.map { _ in "articles --cite apa" }, table,
            columns: ["number", "reference", "document"], inputs: provenance.documentInputs)
        return ReportSection(
            id: "documents", title: Phrase("Documents"),
            body: rows.count > 60 ? html.folded(Phrase("\(count: sorted.count, "document")"), body) : body)
    }
}
