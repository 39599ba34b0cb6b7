import TemaModel

/// A group of a comparison's table.
struct ComparedGroup {
    /// The name of the column; empty for years without documents.
    let name: String
    let label: String
    /// The names of the columns of the interval, if the table has intervals.
    let low: String?
    let high: String?
    /// The number of passages or documents, or nil if it is unknown.
    let size: Int?
    /// Whether the values are shares or rates, not counts.
    let isDecimal: Bool

    /// Returns the groups of a comparison's table, without the total.
    static func all(_ table: Table, sizes: [Int], in language: DisplayLanguage) -> [ComparedGroup] {
        let columns = Array(table.layout.columns.drop { ["code", "name", "level"].contains($0.name) })
        let hasIntervals = columns.count % 3 == 0 && columns.count > 1 && columns[1].label == Phrase("from")
        let step = hasIntervals ? 3 : 1
        return stride(from: 0, to: columns.count, by: step).map { index in
            ComparedGroup(
                name: columns[index].name, label: columns[index].label.text(in: language),
                low: hasIntervals ? columns[index + 1].name : nil,
                high: hasIntervals ? columns[index + 2].name : nil,
                size: sizes.indices.contains(index / step) ? sizes[index / step] : nil,
                isDecimal: columns[index].style != .integer)
        }.dropLast()
    }

    /// Returns the groups with those years between them that no document has (``MissingYears``).
    static func withMissingYears(_ shown: [ComparedGroup], of all: [ComparedGroup]) -> [ComparedGroup] {
        let groups = Dictionary(shown.map { ($0.name, $0) }) { first, _ in first }
        return MissingYears.filled(shown.map(\.name), of: all.map(\.name)).map { name in
            groups[name]
                ?? ComparedGroup(name: "", label: name, low: nil, high: nil, size: nil, isDecimal: false)
        }
    }
}
