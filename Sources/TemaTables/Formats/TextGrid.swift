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
        // Names without any number would be useless.
        let numbers = people.filter { layout.columns[$0].style.isNumber }
        let main =
            numbers.contains { layout.columns[$0].rank == .main }
            ? nil : numbers.first { layout.columns[$0].bar } ?? numbers.first
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

    /// The minimum widths of columns: of names, of other texts, and of bars (0 for no bars).
    private struct Floors {
        let name: Int
        let text: Int
        let bar: Int

        func width(_ column: Column) -> Int {
            if column.style.isNumber { return column.width }
            return min(column.width, column.rank == .name ? name : column.isIndented ? max(16, text) : text)
        }

        /// Returns the least width of a column with its bar and the gaps after them.
        func used(_ column: Column) -> Int { width(column) + gap + (min(column.bar, bar) > 0 ? bar + gap : 0) }
    }

    /// The minimum widths to try, from comfortable to narrow. Names are cut last. Bars have priority over most numbers,
    /// because people look at them first.
    private static let floors = [
        Floors(name: .max, text: 24, bar: 8), Floors(name: .max, text: 16, bar: 6), leastWithBars,
        Floors(name: .max, text: 12, bar: 0), least,
    ]
    private static let leastWithBars = Floors(name: .max, text: 12, bar: 6)
    private static let least = Floors(name: 12, text: 8, bar: 0)

    private static func fitted(_ natural: [Column], in total: Int) -> [Column] {
        var columns = natural
        omit(from: &columns, in: total, floors: leastWithBars) { $0 < .main }
        // A table with nothing but names, or a name of which nothing is seen, would be useless.
        omit(from: &columns, in: total, floors: least) { _ in true }
        return floors.lazy.map { narrowed(columns[...], in: total, floors: $0) }.first { used($0) <= total } ?? columns
    }

    /// Omits the least important columns, the last of them first, until the rest fits or only the first is left.
    private static func omit(
        from columns: inout [Column], in total: Int, floors: Floors, where isOmissible: (Table.Column.Rank) -> Bool
    ) {
        let order = columns.indices.dropFirst().filter { isOmissible(columns[$0].rank) }
            .sorted { (columns[$0].rank, -$0) < (columns[$1].rank, -$1) }
        // There is no gap after the last column.
        var used = columns.reduce(-gap) { $0 + floors.used($1) }
        var omitted: Set<Int> = []
        for index in order where used > total {
            used -= floors.used(columns[index])
            omitted.insert(index)
        }
        columns = columns.indices.filter { !omitted.contains($0) }.map { columns[$0] }
    }

    /// Narrows text columns first, then bars.
    private static func narrowed(_ natural: ArraySlice<Column>, in total: Int, floors: Floors) -> [Column] {
        var columns = Array(natural)
        if floors.bar == 0 {
            for position in columns.indices { columns[position].bar = 0 }
        }
        lower(\.width, of: &columns, in: total, to: floors.width)
        lower(\.bar, of: &columns, in: total) { _ in floors.bar }
        return columns
    }

    /// Narrows the widest column above its minimum repeatedly, until everything fits or all columns are at their
    /// minimum.
    private static func lower(
        _ size: WritableKeyPath<Column, Int>, of columns: inout [Column], in total: Int, to floor: (Column) -> Int
    ) {
        while used(columns) > total {
            let wide = columns.indices.filter { columns[$0][keyPath: size] > floor(columns[$0]) }
            guard let widest = wide.max(by: { columns[$0][keyPath: size] < columns[$1][keyPath: size] }) else { return }
            columns[widest][keyPath: size] -= 1
        }
    }

    /// The total width of the columns and the gaps between them.
    var used: Int { Self.used(columns) }

    private static func used(_ columns: [Column]) -> Int {
        columns.reduce(-gap) { $0 + $1.width + gap + ($1.bar > 0 ? $1.bar + gap : 0) }
    }

    /// Returns a column with the width of its first cells and its wrapped label.
    private static func natural(
        _ column: Table.Column, _ number: Int, isIndented: Bool, rows: [Table.Row], within total: Int,
        in language: DisplayLanguage
    ) -> Column {
        var drawn = Column(
            number: number, label: column.label.text(in: language).visible(), style: column.style,
            isIndented: isIndented, rank: column.rank, width: 1, bar: column.bar ? 20 : 0, language: language)
        let longest = drawn.label.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
        let widths = drawn.label.wrapped(to: max(8, longest)).map { DisplayWidth.of($0) }
        drawn.width = widths.max() ?? 1
        for row in rows where drawn.width < total {
            let text = drawn.text(row).cut(to: total)
            drawn.width = max(drawn.width, drawn.indent(row, in: total) + DisplayWidth.of(text))
        }
        drawn.width = min(drawn.width, total)
        return drawn
    }
}
