import TemaAnalysis
import TemaCharts
import TemaModel

/// Charts of codes by group: bars, a heat map, or flows.
public struct ComparisonPicture {
    let language: DisplayLanguage
    let reading: TableReader
    let colors: CodeColors
    let groups: [ComparedGroup]
    /// The compared measure, taken from the table's title.
    let measure: String
    var table: Table
    /// The explanation of the sizes of groups, or empty.
    let sizes: Phrase

    /// Creates charts of a comparison.
    ///
    /// - Parameters:
    ///   - comparison: The comparison, whose table has values or intervals.
    ///   - codes: The codes, which have the colours of the marks.
    ///   - language: The language of the charts' texts.
    public init(_ comparison: Comparison, _ codes: CodeList, in language: DisplayLanguage = .english) {
        self.init(
            comparison.table(), codes, sizes: comparison.sizes, ofDocuments: comparison.hasSizesOfDocuments,
            in: language)
    }

    /// Creates charts of a comparison's table.
    ///
    /// - Parameters:
    ///   - table: The table of a ``Comparison``, with values or intervals.
    ///   - codes: The codes, which have the colours of the marks.
    ///   - sizes: The number of passages or documents of each group, or empty if it is not shown.
    ///   - ofDocuments: Whether sizes count documents.
    ///   - language: The language of the charts' texts.
    public init(
        _ table: Table, _ codes: CodeList, sizes: [Int] = [], ofDocuments: Bool = false,
        in language: DisplayLanguage = .english
    ) {
        (self.table, self.language) = (table, language)
        reading = TableReader(table, in: language)
        colors = CodeColors(codes)
        self.sizes =
            sizes.isEmpty
            ? Phrase(verbatim: "")
            : ofDocuments
                ? Phrase("n: documents of the group.") : Phrase("n: passages of the coded kinds in the group.")
        // Also right for a variable whose name has a colon: the measure is the last part of the title.
        measure = table.layout.title.text(in: language).split(separator: ": ").last.map(String.init) ?? ""
        groups = ComparedGroup.all(table, sizes: sizes, in: language)
    }

    /// The number of groups.
    public var groupCount: Int { groups.count }

    /// The codes and groups that a chart shows.
    struct Shown {
        /// In the chart's order.
        let rows: [Table.Row]
        /// In the order of the table.
        let groups: [ComparedGroup]
    }

    /// Returns the codes and the groups with the greatest sums.
    func greatest(most: Int, mostGroups: Int, order: RowOrder) -> Shown {
        let sums = table.rows.map { row in self.groups.reduce(0) { $0 + reading.number(row, $1.name) } }
        let rows = indicesOfGreatest(sums, most: most)
        let groupSums = groups.map { group in rows.reduce(0) { $0 + reading.number(table.rows[$1], group.name) } }
        let groups = indicesOfGreatest(groupSums, most: mostGroups).map { self.groups[$0] }
        let places = order.indices(
            sizes: rows.map { sums[$0] },
            values: rows.map { row in groups.map { reading.number(table.rows[row], $0.name) } })
        return Shown(rows: places.map { table.rows[rows[$0]] }, groups: groups)
    }

    func color(_ row: Table.Row) -> CodeColor? { colors[reading.text(row, "code")] }

    /// Returns a title and a description with notes on what is omitted.
    func described(_ sentences: [Phrase], _ shown: Shown) -> (title: String, description: String) {
        let notes = [
            Bounded.note(shown.rows.count, of: table.rows.count, noun: Phrase("codes")),
            Bounded.note(shown.groups.count, of: groups.count, noun: Phrase("groups")),
        ]
        return (
            table.layout.title.text(in: language), (sentences + notes).joined(separator: " ").text(in: language)
        )
    }
}
