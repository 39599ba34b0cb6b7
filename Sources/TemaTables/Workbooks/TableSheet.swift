import TemaModel

/// Writes a table to a workbook row by row, with typed cells and a frozen heading.
///
/// The columns are those for programs, and the names for people beside them. The headings are labels, or names if two columns have the same label. Rows
/// that do not fit on a sheet continue on another sheet.
final class TableSheet {
    private let workbook: Workbook
    private let name: String
    private let mostRows: Int
    private let layout: Table.Layout
    private let language: DisplayLanguage
    /// The indices of the columns, with those that do not fit on a sheet.
    private let all: [Int]
    private let columns: [Int]
    private let indented: Int?
    private let headings: [String]
    private var widths: [SheetWidth]
    private var sheets: [WorkbookSheet] = []
    private var row = 0

    /// Begins a sheet.
    ///
    /// - Parameters:
    ///   - layout: The table's title and columns.
    ///   - name: The sheet's name, or nil for the table's title.
    ///   - language: The language of headings.
    ///   - workbook: The workbook.
    ///   - mostRows: The maximum number of rows of a sheet, including its heading.
    /// - Throws: A ``Problem`` if a temporary file cannot be written.
    init(
        _ layout: Table.Layout, name: String? = nil, language: DisplayLanguage = .english, in workbook: Workbook,
        mostRows: Int = WorkbookSheet.mostRows
    ) throws(Problem) {
        (self.layout, self.workbook, self.mostRows, self.language) = (layout, workbook, mostRows, language)
        indented = layout.indentedColumn
        all = layout.columns.indices.filter {
            layout.columns[$0].audience != .people || layout.columns[$0].rank == .name
        }
        columns = Array(all.prefix(WorkbookSheet.mostColumns))
        headings = Self.headings(columns.map { layout.columns[$0] }, in: language)
        widths = headings.map(SheetWidth.init)
        self.name = name ?? layout.title.text(in: language)
        try begin()
    }

    /// Returns the columns' labels, or their names if several columns have the same label.
    private static func headings(_ columns: [Table.Column], in language: DisplayLanguage) -> [String] {
        let labels = columns.map { $0.label.text(in: language) }
        let count = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
        return zip(columns, labels).map { column, label in
            label.isEmpty || count[label] != 1 ? column.name : label
        }
    }

    private func begin() throws(Problem) {
        let sheet = try workbook.sheet(name)
        for (index, heading) in headings.enumerated() {
            try sheet.write(heading, row: 0, column: index, look: CellFormat(isHeading: true))
        }
        sheet.setLines(zip(headings, widths).map { $1.lines(of: $0) }.max() ?? 1, of: 0)
        sheets.append(sheet)
        row = 1
    }

    func add(_ row: Table.Row) throws(Problem) {
        if self.row == mostRows { try begin() }
        guard let sheet = sheets.last else { return }
        var lines = 1
        for (index, number) in columns.enumerated() {
            let cell = SheetCell(row.cell(number), layout.columns[number].style, in: language)
            let indent = number == indented ? row.shownDepth : 0
            try cell.write(to: sheet, row: self.row, column: index, indent: indent)
            widths[index].add(cell.shown, indent: indent)
            if cell.wraps { lines = max(lines, widths[index].lines(of: cell.shown)) }
        }
        sheet.setLines(lines, of: self.row)
        self.row += 1
    }

    /// Sets column widths, filters and print options, which depend on all rows.
    ///
    /// - Returns: Notes on what could not be written unchanged.
    func finish() -> [Phrase] {
        for sheet in sheets {
            for (index, width) in widths.enumerated() { sheet.setWidth(width.characters, of: index) }
            sheet.freezeHeading(columns: columns.count, rows: sheet === sheets.last ? row : mostRows)
            sheet.fitToPageWidth()
        }
        return notes
    }

    /// The definitions of the columns.
    var definitions: [Phrase] { layout.definitions(of: columns) }

    private var notes: [Phrase] {
        var notes: [Phrase] = []
        let cut = sheets.reduce(0) { $0 + $1.cut }
        if cut > 0 {
            let rest = Phrase("Cut texts end in “…”. Other formats contain the complete texts.")
            notes.append(
                cut == 1
                    ? Phrase("1 text is longer than the 32,767 characters that fit in a cell. \(rest)")
                    : Phrase("\(cut) texts are longer than the 32,767 characters that fit in a cell. \(rest)"))
        }
        if all.count > columns.count {
            notes.append(
                Phrase(
                    "\(all.count - columns.count) of \(all.count) columns do not fit on a sheet. Other formats contain all columns."
                ))
        }
        if sheets.count > 1 {
            notes.append(Phrase("The table continues on \(count: sheets.count - 1, "further sheet")."))
        }
        return notes
    }

    /// The names of columns in other formats, by heading, unless the name is the heading with underscores for spaces.
    var otherNames: [(heading: String, name: String)] {
        zip(headings, columns).map { ($0, layout.columns[$1].name) }.filter { heading, name in
            heading != name && heading.lowercased() != name.replacingScalars { $0 == "_" ? " " : nil }
        }
    }
}
