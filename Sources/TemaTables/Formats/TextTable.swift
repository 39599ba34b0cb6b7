import TemaModel

/// A table for the terminal. No line is wider than the options' width, and control characters are made visible.
///
/// The first rows determine the widths of the columns. Text that does not fit in its column is cut. A later number
/// that does not fit is written in full and moves the following cells to the right.
struct TextTable: TableFormat {
    static let name = "text"
    static let summary = "aligned columns, for reading at a terminal"
    static let carriesNotes = true

    private let layout: Table.Layout
    private let width: Int
    private let language: DisplayLanguage
    private var first = FirstRows()
    private var lines: TableLines?

    init(_ layout: Table.Layout, options: TableOptions) {
        self.layout = layout
        width = options.width
        language = options.language
    }

    mutating func begin(into out: inout [UInt8]) {}

    mutating func add(_ row: Table.Row, into out: inout [UInt8]) {
        if let lines { return out.write(lines.line(row)) }
        first.hold(row)
        if first.areEnough { lines = draw(into: &out) }
    }

    mutating func end(notes: [Phrase], into out: inout [UInt8]) {
        let grid = (lines ?? draw(into: &out)).grid
        var closing = notes
        if grid.leftOut > 0 {
            closing.insert(
                grid.leftOut == 1
                    ? Phrase(
                        "1 more column does not fit in \(grid.total) characters; --format csv includes all columns.")
                    : Phrase(
                        "\(grid.leftOut) more columns do not fit in \(grid.total) characters; --format csv includes all columns."
                    ),
                at: 0)
        }
        if !closing.isEmpty { out.write("\n") }
        for line in closing.flatMap({ $0.text(in: language).visible().wrapped(to: grid.total) }) {
            out.write(line + "\n")
        }
    }

    /// Writes the title, the header and the buffered rows.
    private func draw(into out: inout [UInt8]) -> TableLines {
        let lines = TableLines(layout, first.rows, width: width, in: language)
        for line in layout.title.text(in: language).visible().wrapped(to: lines.grid.total) { out.write(line + "\n") }
        if !layout.title.isEmpty { out.write("\n") }
        out.write(lines.header())
        for row in first.rows { out.write(lines.line(row)) }
        return lines
    }
}

/// The columns of a text table with their widths, determined by the first rows and the terminal width.
struct TextGrid {
    struct Column {
        /// The index in the layout.
        let number: Int
        let label: String
        let style: Table.Column.Style
        let isIndented: Bool
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
    /// The number of columns that do not fit.
    let leftOut: Int

    init(_ layout: Table.Layout, _ rows: [Table.Row], width: Int, in language: DisplayLanguage) {
        let total = max(20, width)
        let indented = layout.indentedColumn
        let natural = layout.columns(for: .people).map {
            Self.natural(layout.columns[$0], $0, isIndented: $0 == indented, rows: rows, within: total, in: language)
        }
        self.total = total
        columns = Self.fitted(natural, in: total)
        leftOut = natural.count - columns.count
    }

    /// The minimum widths of columns: of the indented column, of other text columns, and of bars (0 for no bars).
    private struct Floors {
        let name: Int
        let text: Int
        let bar: Int

        func width(_ column: Column) -> Int {
            column.style.isNumber ? column.width : min(column.width, column.isIndented ? name : text)
        }

        /// Returns the columns that fit, from the left.
        func fitting(_ columns: [Column], in total: Int) -> ArraySlice<Column> {
            var remaining = total + gap  // There is no gap after the last column.
            return columns.prefix { column in
                remaining -= width(column) + gap + (column.bar > 0 && bar > 0 ? bar + gap : 0)
                return remaining >= 0
            }
        }
    }

    /// The minimum widths to try, from comfortable to narrow. Bars have priority over the last columns, because
    /// people look at them first.
    private static let floors = [
        Floors(name: 24, text: 24, bar: 8), Floors(name: 20, text: 16, bar: 6), leastWithBars, least,
    ]
    private static let leastWithBars = Floors(name: 20, text: 12, bar: 6)
    private static let least = Floors(name: 20, text: 12, bar: 0)

    private static func fitted(_ natural: [Column], in total: Int) -> [Column] {
        let barred = leastWithBars.fitting(natural, in: total)
        let isDrawn = barred.contains { $0.bar > 0 } || !natural.contains { $0.bar > 0 }
        let fitting = isDrawn ? barred : least.fitting(natural, in: total)
        return floors.lazy.map { narrowed(fitting, in: total, floors: $0) }.first { used($0) <= total } ?? []
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
            isIndented: isIndented, width: 1, bar: column.bar ? 20 : 0, language: language)
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
