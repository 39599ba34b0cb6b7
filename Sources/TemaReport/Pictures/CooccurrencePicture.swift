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

    /// Two codes that co-occur.
    struct Pair {
        /// The place of one code among those shown.
        let a: Int
        /// The place of the other code.
        let b: Int
        /// The measure; 0 if it is undefined.
        let value: Double
        /// The measure as people read it.
        let text: String
        /// The number of units with both codes.
        let units: Int
    }

    let table: Table
    let language: DisplayLanguage
    let codes: CodeList
    let colors: CodeColors
    private let reading: TableReader
    /// The codes that co-occur with another code, ascending, each with the number of units that contain it.
    let holding: [(code: Int, units: Int)]
    private let numbers: [String: Int]

    /// Creates charts of co-occurrence.
    ///
    /// - Parameters:
    ///   - table: The table of a ``Cooccurrence`` of these codes.
    ///   - codes: The codes.
    ///   - language: The language of the charts' texts.
    public init(_ table: Table, _ codes: CodeList, in language: DisplayLanguage = .english) {
        (self.table, self.codes, self.language) = (table, codes, language)
        colors = CodeColors(codes)
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

    /// Returns the pairs of shown codes.
    ///
    /// - Parameters:
    ///   - measure: The name of the measure's column.
    ///   - place: The place of each shown code, by its number.
    func pairs(_ measure: String, _ place: [Int: Int]) -> [Pair] {
        table.rows.compactMap { row in
            guard let a = numbers[reading.text(row, "code_a")].flatMap({ place[$0] }),
                let b = numbers[reading.text(row, "code_b")].flatMap({ place[$0] })
            else { return nil }
            return Pair(
                a: a, b: b, value: reading.number(row, measure), text: reading.shown(row, measure),
                units: Int(reading.number(row, "n_ab")))
        }
    }

    /// Returns the codes in the most units, in the order of the codebook, and the place of each.
    func shown(_ most: Int) -> (codes: [(code: Int, units: Int)], place: [Int: Int]) {
        let shown = indicesOfGreatest(holding.map { Double($0.units) }, most: most).map { holding[$0] }
        return (shown, Self.places(shown))
    }

    private static func places(_ shown: [(code: Int, units: Int)]) -> [Int: Int] {
        Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1.code, $0) })
    }

    func name(_ code: Int) -> String { codes.entries[code].name }

    func color(_ code: Int) -> CodeColor? { colors[codes.entries[code].path] }

    /// Returns the lower half of the matrix as a heat map, with the number of units of each code on the diagonal.
    ///
    /// - Parameters:
    ///   - measure: The measure of each pair.
    ///   - most: The maximum number of codes shown, those in the most units.
    ///   - order: The order of the codes.
    public func map(_ measure: Measure, most: Int, order: RowOrder = .codebook) -> HeatMap {
        let (chosen, _) = shown(most)
        let shown = order.indices(sizes: chosen.map { Double($0.units) }, values: matrix(measure, chosen))
            .map { chosen[$0] }
        let names = shown.map { name($0.code) }
        let cells =
            shown.enumerated().map { index, held in
                HeatMap.Cell(
                    row: index, column: index, value: 0, text: language.grouped(Double(held.units)),
                    isExcludedFromScale: true)
            }
            + pairs(measure.rawValue, Self.places(shown)).filter { $0.value > 0 }.map {
                HeatMap.Cell(row: max($0.a, $0.b), column: min($0.a, $0.b), value: $0.value, text: $0.text)
            }
        let isTogether = measure == .together
        let legend = isTogether ? Phrase("Units with both codes") : Phrase("Jaccard (c-coefficient)")
        return HeatMap(
            title: table.layout.title.text(in: language),
            description: description(
                isTogether
                    ? Phrase("Each cell: units with both codes. Diagonal: units with the code, if numbers fit.")
                    : Phrase(
                        "Each cell: Jaccard (c-coefficient) of the two codes. Diagonal: units with the code, if numbers fit."
                    ),
                shown: shown.count),
            measure: legend.text(in: language), rows: names, columns: names, cells: cells,
            rowColors: shown.map { color($0.code) }, columnColors: shown.map { color($0.code) },
            isOfShares: !isTogether,
            words: .init(language))
    }

    /// Returns the complete matrix of a measure. A code with itself has its units, or a Jaccard of 1.
    private func matrix(_ measure: Measure, _ shown: [(code: Int, units: Int)]) -> [[Double]] {
        var matrix = shown.indices.map { _ in Array(repeating: 0.0, count: shown.count) }
        for (place, held) in shown.enumerated() { matrix[place][place] = measure == .jaccard ? 1 : Double(held.units) }
        for pair in pairs(measure.rawValue, Self.places(shown)) {
            (matrix[pair.a][pair.b], matrix[pair.b][pair.a]) = (pair.value, pair.value)
        }
        return matrix
    }

    /// Returns a chart's description: its content, the unit of co-occurrence, which is the table's first note, and what
    /// the chart does not show.
    func description(_ content: Phrase, shown: Int, _ bounds: Phrase = Phrase(verbatim: "")) -> String {
        let codes = Bounded.note(
            shown, of: holding.count, noun: Phrase("co-occurring codes"), by: Phrase("units"))
        return [content, table.notes.first ?? Phrase(verbatim: ""), codes, bounds].joined(separator: " ")
            .text(in: language)
    }
}
