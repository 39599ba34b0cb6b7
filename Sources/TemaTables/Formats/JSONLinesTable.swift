import TemaFormats
import TemaModel

/// One JSON object per row and line, without white space.
package struct JSONLinesTable: TableFormat {
    package static let name = "jsonl"
    package static let summary = "one JSON object per line, for programs that read row by row"
    package static let carriesNotes = false

    private let layout: Table.Layout
    private let columns: [Int]

    package init(_ layout: Table.Layout, options: TableOptions) {
        self.layout = layout
        columns = layout.columns(for: .programs)
    }

    package mutating func begin(into out: inout [UInt8]) {}
    package mutating func add(_ row: Table.Row, into out: inout [UInt8]) {
        out.write(JSONText.row(row, layout, columns: columns) + "\n")
    }
    package mutating func end(notes: [Phrase], into out: inout [UInt8]) {}
}

extension JSONText {
    /// Returns a row as an object with the column names as keys, in column order.
    static func row(_ row: Table.Row, _ layout: Table.Layout, columns: [Int]) -> String {
        object(columns.map { (layout.columns[$0].name, value(row.cell($0), layout.columns[$0].style)) })
    }

    /// Returns a cell as JSON. Numbers have the digits for programs, also in lists and records.
    private static func value(_ cell: Table.Cell, _ style: Table.Column.Style) -> String {
        switch cell {
        case .empty: "null"
        case .text(let text): string(text)
        case .phrase(let phrase): string(phrase.description)
        case .integer(let integer): String(integer)
        case .number(let number): CellText(style, for: .programs).number(number) ?? "null"
        case .list(let items): list(items.map { value($0, style) })
        case .record(let fields): object(fields.map { ($0.name, value($0.value, style)) })
        }
    }
}
