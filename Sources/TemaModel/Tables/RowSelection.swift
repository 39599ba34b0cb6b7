/// The rows of a table to keep, and their order.
public struct RowSelection: Sendable {
    /// A limit on the numbers of a column.
    public struct Bound: Sendable, Hashable {
        /// The column, by its name or label, or nil for the main column.
        public var column: String?
        /// The limit, which is kept.
        public var value: Double
        /// Whether the value is the least number kept, not the greatest.
        public var isLeast: Bool

        /// Creates a bound.
        public init(_ column: String?, _ value: Double, isLeast: Bool) {
            (self.column, self.value, self.isLeast) = (column, value, isLeast)
        }
    }

    /// The column that orders the rows, by its name or label. If nil, rows keep their order unless ``most`` is set.
    public var sortColumn: String?
    /// Whether the order is reversed. Rows without a value are last in both orders.
    public var isReversed = false
    /// The maximum number of rows. Without ``sortColumn``, these are the greatest of the main column.
    public var most: Int?
    /// The language of the labels by which columns can be named, besides English.
    public var language = DisplayLanguage.english
    /// The limits. A row without a number in the column is not kept.
    public var bounds: [Bound] = []

    /// Creates a selection of all rows in their order.
    public init() {}

    /// Whether the rows are ordered by a column.
    public var isSorted: Bool { sortColumn != nil || most != nil }

    /// Returns the indices of the selected rows in their order.
    ///
    /// Counts and measures are in descending order. Probabilities (significant digits), numbers that identify something and
    /// texts are in ascending order, texts without regard to case. Rows with equal values keep their order.
    ///
    /// - Throws: A ``Problem`` with the nearest column if a column is unknown.
    /// - Complexity: O(*n* log *n*) in the number of rows.
    public func indices(of table: Table) throws(Problem) -> [Int] {
        var kept = Array(table.rows.indices)
        for bound in bounds {
            let column = try table.column(named: bound.column, in: language)
            guard table.layout.columns[column].style.isNumber else {
                throw Problem(
                    "the column “\(table.layout.columns[column].name)” has no numbers",
                    suggestion: "limit a column of numbers")
            }
            kept = kept.filter { index in
                guard let value = table.rows[index].number(column) else { return false }
                return bound.isLeast ? value >= bound.value : value <= bound.value
            }
        }
        guard isSorted else { return kept }
        let column = try table.column(named: sortColumn, in: language)
        let keys = table.rows.map { SortKey($0.cell(column)) }
        let isAscending = table.layout.columns[column].style.sortsUpwards != isReversed
        kept.sort { keys[$0].precedes(keys[$1], isAscending: isAscending) ?? ($0 < $1) }
        return Array(kept.prefix(most ?? kept.count))
    }
}

/// The value by which a row is ordered.
private enum SortKey {
    case empty
    case number(Double)
    case text(String)

    init(_ cell: Table.Cell) {
        self =
            switch cell {
            case .empty, .list, .record: .empty
            case .text(let text): .text(text.lowercased())
            case .phrase(let phrase): .text(phrase.description.lowercased())
            case .integer(let number): .number(Double(number))
            case .number(let number): number.isNaN ? .empty : .number(number)
            }
    }

    /// Returns whether this row is before another, or nil if their values are equal.
    func precedes(_ other: SortKey, isAscending: Bool) -> Bool? {
        switch (self, other) {
        case (.number(let one), .number(let two)): one == two ? nil : (one < two) == isAscending
        case (.text(let one), .text(let two)):
            one == two ? nil : one.unicodeScalars.lexicographicallyPrecedes(two.unicodeScalars) == isAscending
        case (.empty, .empty): nil
        case (.empty, _): false
        case (_, .empty): true
        case (.number, .text): true
        case (.text, .number): false
        }
    }
}

extension Table.Column.Style {
    fileprivate var sortsUpwards: Bool {
        switch self {
        case .text, .rightText, .path, .ordinal, .significant: true
        case .integer, .decimal: false
        }
    }
}

extension Table.Row {
    fileprivate func number(_ column: Int) -> Double? {
        if case .number(let number) = SortKey(cell(column)) { number } else { nil }
    }
}

extension Table {
    /// Returns the index of the column with a name or label, or of the main column if the name is nil.
    ///
    /// - Throws: A ``Problem`` with the nearest name if there is none.
    func column(named name: String?, in language: DisplayLanguage) throws(Problem) -> Int {
        let names = layout.columns.map(\.name)
        guard let name = name ?? layout.mainColumn else {
            throw Problem(
                "the table has no main column", suggestion: "name one of its columns: \(names.joined(separator: ", "))")
        }
        let wanted = name.lowercased()
        if let index = names.firstIndex(of: name) { return index }
        if let index = layout.columns.firstIndex(where: {
            [$0.name, $0.label.description, $0.label.text(in: language)].contains { $0.lowercased() == wanted }
        }) {
            return index
        }
        throw Problem("the table has no column “\(name)”", suggestion: didYouMean(name, names))
    }

    /// Returns the table with some of its rows.
    ///
    /// - Parameters:
    ///   - indices: The indices of the rows, in the order of the new table.
    ///   - selection: The selection that the rows are from. If it is sorted, rows are not indented, and of the numbers that
    ///     it is sorted by a narrow output omits nothing.
    public func rows(_ indices: [Int], of selection: RowSelection) -> Table {
        var table = self
        table.rows = indices.map { index in
            var row = rows[index]
            if selection.isSorted { row.depth = 0 }
            return row
        }
        if indices.isEmpty {
            table.notes.insert(Phrase("No row fits."), at: 0)
        } else if indices.count < rows.count {
            table.notes.insert(Phrase("Rows shown: \(indices.count) of \(rows.count)."), at: 0)
        }
        if selection.isSorted { table.showPaths() }
        guard let sorted = selection.sortColumn,
            let column = try? self.column(named: sorted, in: selection.language), layout.columns[column].style.isNumber
        else { return table }
        let chosen = layout.limitedColumn(of: column)
        for index in layout.columns.indices where layout.columns[index].style.isNumber {
            let value = layout.limitedColumn(of: index)
            let isMain = layout.columns[value].name == layout.mainColumn
            table.layout.columns[index].rank = value == chosen ? .main : isMain ? .usual : .minor
        }
        return table
    }

    /// Shows people the paths of codes instead of their names, if two rows have the same name without indentation.
    private mutating func showPaths() {
        guard let path = layout.columns.firstIndex(where: { $0.name == "code" && $0.audience == .programs }),
            let name = layout.columns.firstIndex(where: { $0.name == "name" }),
            Set(rows.map { $0.cell(name) }).count < Set(rows.map { $0.cell(path) }).count
        else { return }
        (layout.columns[path].audience, layout.columns[path].rank) = (.everyone, .name)
        layout.columns[name].audience = .programs
    }
}
