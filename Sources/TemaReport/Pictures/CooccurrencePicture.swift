import TemaCharts
import TemaModel

/// Charts of co-occurrence, as a heat map and as a network.
public struct CooccurrencePicture {
    /// The measure of a pair.
    public enum Measure: String, CaseIterable, Sendable {
        /// The number of units with both codes.
        case together = "n_ab"
        /// The number of units with both codes divided by the number of units with either code.
        case jaccard
    }

    private struct Pair {
        let a: Int
        let b: Int
        let together: Double
        let text: String
    }

    private let table: Table
    private let language: DisplayLanguage
    private let reading: TableReader
    private let codes: CodeList
    /// The codes that co-occur with another code, ascending, each with the number of units that contain it.
    private let holding: [(code: Int, units: Int)]

    /// Creates charts of co-occurrence.
    ///
    /// - Parameters:
    ///   - table: The table of a ``Cooccurrence`` of these codes.
    ///   - codes: The codes.
    ///   - language: The language of the charts' texts.
    public init(_ table: Table, _ codes: CodeList, in language: DisplayLanguage = .english) {
        (self.table, self.codes, self.language) = (table, codes, language)
        let reading = TableReader(table, in: language)
        self.reading = reading
        let numbers = Dictionary(codes.entries.enumerated().map { ($1.path, $0) }) { first, _ in first }
        var units: [Int: Int] = [:]
        for row in table.rows {
            for (code, count) in [("code_a", "n_a"), ("code_b", "n_b")] {
                if let number = numbers[reading.text(row, code)] { units[number] = Int(reading.number(row, count)) }
            }
        }
        holding = units.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        self.numbers = numbers
    }

    private let numbers: [String: Int]

    private func pairs(_ measure: Measure, _ place: [Int: Int]) -> [Pair] {
        table.rows.compactMap { row in
            guard let a = numbers[reading.text(row, "code_a")].flatMap({ place[$0] }),
                let b = numbers[reading.text(row, "code_b")].flatMap({ place[$0] })
            else { return nil }
            return Pair(
                a: a, b: b, together: reading.number(row, measure.rawValue), text: reading.shown(row, measure.rawValue))
        }
    }

    private func shown(_ most: Int) -> (codes: [(code: Int, units: Int)], place: [Int: Int]) {
        let shown = indicesOfGreatest(holding.map { Double($0.units) }, most: most).map { holding[$0] }
        return (shown, Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1.code, $0) }))
    }

    private func name(_ code: Int) -> String { codes.entries[code].name }

    /// Returns the lower half of the matrix as a heat map, with the number of units of each code on the diagonal.
    ///
    /// - Parameters:
    ///   - measure: The measure of each pair.
    ///   - most: The maximum number of codes shown, those in the most units.
    public func map(_ measure: Measure, most: Int) -> HeatMap {
        let (shown, place) = shown(most)
        let names = shown.map { name($0.code) }
        let cells =
            shown.enumerated().map { index, held in
                HeatMap.Cell(row: index, column: index, value: 0, text: String(held.units), isExcludedFromScale: true)
            }
            + pairs(measure, place).filter { $0.together > 0 }.map {
                HeatMap.Cell(row: max($0.a, $0.b), column: min($0.a, $0.b), value: $0.together, text: $0.text)
            }
        let isTogether = measure == .together
        let legend = isTogether ? Phrase("Units with both codes") : Phrase("Jaccard (c-coefficient)")
        return HeatMap(
            title: table.layout.title.text(in: language),
            description: description(
                isTogether
                    ? Phrase("Each cell: units with both codes. Diagonal: units with the code.")
                    : Phrase("Each cell: Jaccard (c-coefficient) of the two codes. Diagonal: units with the code."),
                shown: shown.count),
            measure: legend.text(in: language), rows: names, columns: names, cells: cells, words: .init(language))
    }

    /// Returns the network of co-occurring codes.
    ///
    /// - Parameters:
    ///   - most: The maximum number of codes shown, those in the most units.
    ///   - mostEdges: The maximum number of pairs shown, those in the most units.
    public func network(most: Int, mostEdges: Int) -> NetworkChart {
        let (shown, place) = shown(most)
        let all = pairs(.together, place).filter { $0.together > 0 }
        let pairs = indicesOfGreatest(all.map(\.together), most: mostEdges).map { all[$0] }
        let tops = shown.map { codes.lineage(of: $0.code).last ?? $0.code }
        let groups = Set(tops).sorted()
        let nodes = zip(shown, tops).map { held, top in
            NetworkChart.Node(
                name(held.code), size: Double(held.units), text: units(held.units),
                group: groups.firstIndex(of: top) ?? 0)
        }
        // If every code is top-level, colours would show nothing.
        let isFlat = shown.allSatisfy { codes.entries[$0.code].parent == nil }
        return NetworkChart(
            title: Phrase("\(table.layout.title): network").text(in: language),
            description: description(
                Phrase("Lines connect co-occurring codes."), shown: shown.count,
                Bounded.note(
                    pairs.count, of: all.count, noun: Phrase("pairs of these"), by: Phrase("shared units"))),
            nodes: isFlat ? nodes.map { NetworkChart.Node($0.label, size: $0.size, text: $0.text) } : nodes,
            edges: pairs.map { .init($0.a, $0.b, weight: $0.together, text: units(Int($0.together))) },
            groups: isFlat ? [] : groups.map(name),
            key: Phrase("Circle area: units with the code. Line width: units with both codes.").text(in: language),
            others: Phrase("others").text(in: language))
    }

    private func units(_ count: Int) -> String { Phrase.count(count, "unit").text(in: language) }

    /// Returns a chart's description: its content, the unit of co-occurrence, which is the table's first note, and what
    /// the chart does not show.
    private func description(
        _ content: Phrase, shown: Int, _ bounds: Phrase = Phrase(verbatim: "")
    ) -> String {
        let codes = Bounded.note(
            shown, of: holding.count, noun: Phrase("co-occurring codes"), by: Phrase("units"))
        return [content, table.notes.first ?? Phrase(verbatim: ""), codes, bounds].joined(separator: " ")
            .text(in: language)
    }
}
