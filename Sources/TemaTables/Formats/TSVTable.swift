import TemaModel

/// Tab-separated values, one record a line whatever its cells hold.
///
/// Tabs, line breaks and backslashes in cells are written `\t`, `\n`, `\r` and `\\`. Cells with quotation marks are
/// quoted as in CSV, for most programs that read TSV take them so.
public struct TSVTable: TableFormat {
    public static let name = "tsv"
    public static let summary = "tab-separated values, one record a line"
    public static let carriesNotes = false
    public static let defusesFormulas = true

    private let lines: DelimitedLines

    public init(_ layout: Table.Layout, options: TableOptions) {
        lines = DelimitedLines(layout, options, separator: "\t") { field in
            field.replacingScalars { scalar in
                switch scalar {
                case "\t": "\\t"
                case "\n": "\\n"
                case "\r": "\\r"
                case "\\": "\\\\"
                default: nil
                }
            }
        }
    }

    public mutating func begin(into out: inout [UInt8]) { out.write(lines.header()) }
    public mutating func add(_ row: Table.Row, into out: inout [UInt8]) { out.write(lines.line(row)) }
    public mutating func end(notes: [String], into out: inout [UInt8]) {}
}
