import TemaFormats
import TemaModel

/// Comma-separated values (RFC 4180) with LF line ends and a header of column names.
package struct CSVTable: TableFormat {
    package static let name = "csv"
    package static let summary = "comma-separated values, for spreadsheets and statistics programs"
    package static let carriesNotes = false
    package static let defusesFormulas = true

    private let lines: DelimitedLines

    package init(_ layout: Table.Layout, options: TableOptions) {
        lines = DelimitedLines(layout, options, separator: ",")
    }

    package mutating func begin(into out: inout [UInt8]) { out.write(lines.header()) }
    package mutating func add(_ row: Table.Row, into out: inout [UInt8]) { out.write(lines.line(row)) }
    package mutating func end(notes: [Phrase], into out: inout [UInt8]) {}
}

/// The rows of a table as lines of CSV or TSV.
struct DelimitedLines {
    private let layout: Table.Layout
    private let columns: [Int]
    private let writer: DelimitedWriter

    /// Creates the writer.
    ///
    /// - Parameters:
    ///   - layout: The table's columns.
    ///   - options: The options.
    ///   - separator: The character between fields.
    ///   - escaped: Returns a field's text in the format's escape syntax, before it is quoted.
    init(
        _ layout: Table.Layout, _ options: TableOptions, separator: Unicode.Scalar,
        escaped: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.layout = layout
        columns = layout.columns(for: .programs)
        writer = DelimitedWriter(separator: separator, raw: options.raw, escaped: escaped)
    }

    func header() -> String { writer.line(columns.map { writer.field(layout.columns[$0].name) }) }

    func line(_ row: Table.Row) -> String {
        writer.line(
            columns.map { number in
                let string = CellText(layout.columns[number].style, for: .programs).string(row.cell(number))
                return switch row.cell(number) {
                case .integer, .number: string
                case .empty, .text, .phrase, .list, .record: writer.field(string)
                }
            })
    }
}
