import TemaModel

/// The columns of a text table with their widths, determined by the first rows and the terminal width.
struct TextGrid {
    struct Column {
        /// The index in the layout.
        let number: Int
        let label: String
        let style: Table.Column.Style
        let isIndented: Bool
        let rank: Table.Column.Rank
        let isLimit: Bool
        /// Whether there are first rows, and all of them are empty.
        var isEmpty = false
        var width: Int
        /// The width of its bar, or 0 for no bar.
        var bar: Int
        let language: DisplayLanguage

        /// Returns a cell's text, not yet cut or padded.
        func text(_ row: Table.Row) -> String {
            CellText(style, for: .people(language)).string(row.cell(number)).visible()
        }

        /// Returns the indentation of a row, at most half of the column.
        func indent(_ row: Table.Row, in width: Int) -> Int {
            isIndented ? min(2 * row.shownDepth, width / 2) : 0
        }
    }

    static let gap = 2
    let total: Int
    let columns: [Column]
    /// The indices in the layout of the columns that do not fit.
    let omitted: [Int]

    init(_ layout: Table.Layout, _ rows: [Table.Row], width: Int, in language: DisplayLanguage) {
        let total = max(20, width)
        let indented = layout.indentedColumn
        let people = layout.columns(for: .people)
        // The only text of a table names its rows.
        let isOnly = people.count { !layout.columns[$0].style.isNumber } == 1
        let main = Self.mainNumber(people.filter { layout.columns[$0].style.isNumber }, of: layout)
        let natural = people.map { number in
            var column = layout.columns[number]
            if number == indented, isOnly { column.rank = .name }
            if number == main { column.rank = .main }
            return Self.natural(column, number, isIndented: number == indented, rows: rows, within: total, in: language)
        }
        self.total = total
        columns = Self.fitted(natural, in: total)
        let shown = Set(columns.map(\.number))
        omitted = natural.map(\.number).filter { !shown.contains($0) }
    }

    /// Returns the number to keep if none has the rank, because names without any number would be useless: the first with a
    /// bar, or else the first. Numbers that identify something and minor ones tell little.
    private static func mainNumber(_ numbers: [Int], of layout: Table.Layout) -> Int? {
        guard !numbers.contains(where: { layout.columns[$0].rank == .main }) else { return nil }
        let usual = numbers.filter { layout.columns[$0].rank == .usual && layout.columns[$0].style != .ordinal }
        return usual.first { layout.columns[$0].bar } ?? usual.first
    }

    /// The total width of the columns and the gaps between them.
    var used: Int { Self.used(columns) }

    static func used(_ columns: [Column]) -> Int {
        columns.reduce(-gap) { $0 + $1.width + gap + ($1.bar > 0 ? $1.bar + gap : 0) }
    }

    /// Returns a column with the width of its first cells and its wrapped label.
    private static func natural(
        _ column: Table.Column, _ number: Int, isIndented: Bool, rows: [Table.Row], within total: Int,
        in language: DisplayLanguage
    ) -> Column {
        var drawn = Column(
            number: number, label: column.label.text(in: language).visible(), style: column.style,
            isIndented: isIndented, rank: column.rank, isLimit: column.isLimit, width: 1, bar: column.bar ? 20 : 0,
            language: language)
        let longest = drawn.label.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
        let widths = drawn.label.wrapped(to: max(8, longest)).map { DisplayWidth.of($0) }
        drawn.width = widths.max() ?? 1
        for row in rows where drawn.width < total {
            let text = drawn.text(row).cut(to: total)
            drawn.width = max(drawn.width, drawn.indent(row, in: total) + DisplayWidth.of(text))
        }
        drawn.width = min(drawn.width, total)
        drawn.isEmpty = !rows.isEmpty && rows.allSatisfy { $0.cell(number) == .empty }
        return drawn
    }
}
