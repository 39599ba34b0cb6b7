import TemaModel

/// Tab-separated values with exactly one record per line.
///
/// Tabs, line breaks and backslashes in cells are written as `\t`, `\n`, `\r` and `\\`. Cells with quotation marks
/// are quoted as in CSV, because most programs read TSV that way.
package struct TSVTable: TableFormat {
    package static let name = "tsv"
    package static let summary = "tab-separated values, one record per line"
    package static let carriesNotes = false
    package static let defusesFormulas = true

    private let lines: DelimitedLines

    package init(_ layout: Table.Layout, options: TableOptions) {
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

    package mutating func begin(into out: inout [UInt8]) { out.write(lines.header()) }
    package mutating func add(_ row: Table.Row, into out: inout [UInt8]) { out.write(lines.line(row)) }
    package mutating func end(notes: [Phrase], into out: inout [UInt8]) {}
}
