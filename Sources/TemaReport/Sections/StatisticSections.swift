import TemaAnalysis
import TemaCharts
import TemaModel

extension ReportContent {
    var frequencies: ReportSection {
        let figure = HTML.figure(
            FrequencyPicture.chart(tables.frequencies, codes, most: Self.mostBars, in: language).picture)
        let columns = [
            "name", "passages", "documents", "hits", "passages_percent", "documents_percent", "hits_per_1000_words",
        ]
        let reading = TableReader(tables.frequencies, in: language)
        var table = tables.frequencies
        table.rows = indicesOfGreatest(table.rows.map { reading.number($0, "passages") }, most: Self.mostRows)
            .map { tables.frequencies.rows[$0] }
        if table.rows.count < tables.frequencies.rows.count {
            table.layout.title = Phrase(
                "\(table.layout.title): the \(table.rows.count) of \(tables.frequencies.rows.count) codes with the most passages"
            )
        }
        return ReportSection(
            id: "frequencies", title: Phrase("Code frequencies"),
            body: figure + html.table(table, columns: columns, name: Phrase("Code frequencies"))
                + html.notes(tables.frequencies))
    }

    var cooccurrence: ReportSection {
        let picture = CooccurrencePicture(tables.cooccurrence, codes, in: language)
        let reading = TableReader(tables.cooccurrence, in: language)
        let all = tables.cooccurrence.rows
        guard !all.isEmpty else {
            return ReportSection(
                id: "cooccurrence", title: Phrase("Co-occurrence"),
                body: html.paragraph(Phrase("No two \(levelNoun) co-occur."))
                    + html.notes(tables.cooccurrence))
        }
        let places = indicesOfGreatest(all.map { reading.number($0, "n_ab") }, most: Self.mostPairs)
        var pairs = tables.cooccurrence
        pairs.rows = places.map { all[$0] }.sorted { reading.number($0, "n_ab") > reading.number($1, "n_ab") }
        pairs.layout.title = Phrase("Most frequent pairs: \(pairs.rows.count) of \(all.count)")
        let columns = ["name_a", "name_b", "n_ab", "jaccard", "q"]
        return ReportSection(
            id: "cooccurrence", title: Phrase("Co-occurrence"),
            body: HTML.figure(picture.map(.together, most: Self.mostMapped).picture)
                + HTML.figure(picture.network(most: Self.mostNodes, mostEdges: Self.mostEdges).picture)
                + html.table(pairs, columns: columns, name: Phrase("Pairs of codes"))
                + html.notes(tables.cooccurrence))
    }

    var articles: ReportSection {
        let labels = Citation.unique(tables.labels)
        let map = ComparisonPicture(tables.articles, codes, in: language).map(
            most: Self.mostMapped, mostGroups: Self.mostArticles
        ) {
            labels[$0] ?? $0
        }
        return ReportSection(
            id: "articles", title: Phrase("Codes by article"), body: HTML.figure(map.picture))
    }

    var sections: ReportSection {
        let map = ComparisonPicture(tables.sections, codes, in: language).map(
            most: Self.mostMapped, mostGroups: Self.mostMapped)
        return ReportSection(
            id: "sections", title: Phrase("Codes by section"),
            body: HTML.figure(map.picture) + html.notes(tables.sections))
    }

    var years: ReportSection {
        let map = ComparisonPicture(tables.years, codes, in: language).map(
            most: Self.mostMapped, mostGroups: Self.mostMapped)
        return ReportSection(
            id: "years", title: Phrase("Codes by year"),
            body: HTML.figure(map.picture) + html.notes(tables.years))
    }

    var saturation: ReportSection {
        let chart = SaturationPicture.chart(tables.saturation, in: language)
        return ReportSection(id: "saturation", title: Phrase("Saturation"), body: HTML.figure(chart.picture))
    }
}
