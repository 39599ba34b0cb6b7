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
        let closing = omission(grid) + layout.definitions(of: grid.columns.map(\.number)) + notes
        if !closing.isEmpty { out.write("\n") }
        for line in closing.flatMap({ $0.text(in: language).visible().wrapped(to: grid.total) }) {
            out.write(line + "\n")
        }
    }

    /// Returns a note on the columns that do not fit, with their names if they are few.
    private func omission(_ grid: TextGrid) -> [Phrase] {
        guard !grid.omitted.isEmpty else { return [] }
        let names = grid.omitted.map { layout.columns[$0].label }.joined(separator: ", ")
        let which =
            grid.omitted.count > 8 ? Phrase(verbatim: "") : Phrase(verbatim: " (") + names + Phrase(verbatim: ")")
        return [
            Phrase(
                "Columns that do not fit in \(grid.total) characters: \(grid.omitted.count)\(which). --format csv includes all columns."
            )
        ]
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
