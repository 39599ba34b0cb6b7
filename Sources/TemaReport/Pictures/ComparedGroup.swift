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

    /// The greatest number of years without documents that are shown one by one.
    private static let mostYears = 5

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

    /// Returns the groups with those years between them that no document has. More than five such years in a row are one
    /// group, such as `1998–2015`.
    ///
    /// Groups are years if all, but one without a value, are whole numbers from 1000 to 2999.
    ///
    /// - Parameter all: All groups of the table, of which some may not be shown.
    static func withMissingYears(_ shown: [ComparedGroup], of all: [ComparedGroup]) -> [ComparedGroup] {
        let years = all.compactMap(\.year)
        guard years.count > 1, years.count >= all.count - 1 else { return shown }
        var result: [ComparedGroup] = []
        for group in shown {
            if let year = group.year, let last = result.last?.year {
                let before = [last] + years.filter { last < $0 && $0 < year } + [year]
                for (from, to) in zip(before, before.dropFirst()) { result += missing(from + 1, to - 1) }
            }
            result.append(group)
        }
        return result
    }

    private static func missing(_ first: Int, _ last: Int) -> [ComparedGroup] {
        guard first <= last else { return [] }
        let labels = last - first < mostYears ? (first...last).map { "\($0)" } : ["\(first)–\(last)"]
        return labels.map { ComparedGroup(name: "", label: $0, low: nil, high: nil, size: nil, isDecimal: false) }
    }

    private var year: Int? { Int(name).flatMap { 1000...2999 ~= $0 ? $0 : nil } }
}
