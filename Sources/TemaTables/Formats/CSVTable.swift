import TemaModel

/// Comma-separated values (RFC 4180) with LF line ends and a header of column names.
public struct CSVTable: TableFormat {
    public static let name = "csv"
    public static let summary = "comma-separated values, for spreadsheets and statistics programs"
    public static let carriesNotes = false
    public static let defusesFormulas = true

    private let lines: DelimitedLines

    public init(_ layout: Table.Layout, options: TableOptions) {
        lines = DelimitedLines(layout, options, separator: ",")
    }

    public mutating func begin(into out: inout [UInt8]) { out.write(lines.header()) }
    public mutating func add(_ row: Table.Row, into out: inout [UInt8]) { out.write(lines.line(row)) }
    public mutating func end(notes: [String], into out: inout [UInt8]) {}
}
