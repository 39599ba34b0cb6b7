import TemaFormats
import TemaModel

/// One JSON object with `title`, `columns`, `rows` (one per line) and `notes`.
struct JSONTable: TableFormat {
    static let name = "json"
    static let summary = "one JSON object with title, columns, rows and notes"
    static let carriesNotes = true

    private let layout: Table.Layout
    private let columns: [Int]
    private var isFirst = true

    init(_ layout: Table.Layout, options: TableOptions) {
        self.layout = layout
        columns = layout.columns(for: .programs)
    }

    mutating func begin(into out: inout [UInt8]) {
        let described = columns.map { number in
            let column = layout.columns[number]
            return JSONText.object([
                ("name", JSONText.string(column.name)), ("label", JSONText.string(column.label.description)),
            ])
        }
        out.write(
            "{\n\"title\":\(JSONText.string(layout.title.description)),\n\"columns\":\(Self.array(described)),\n\"rows\":["
        )
    }

    mutating func add(_ row: Table.Row, into out: inout [UInt8]) {
        out.write((isFirst ? "\n" : ",\n") + JSONText.row(row, layout, columns: columns))
        isFirst = false
    }

    mutating func end(notes: [Phrase], into out: inout [UInt8]) {
        let notes = layout.definitions(of: columns) + notes
        out.write(
            (isFirst ? "],\n" : "\n],\n")
                + "\"notes\":\(Self.array(notes.map { JSONText.string($0.description) }))\n}\n")
    }

    /// Returns an array with one item per line.
    private static func array(_ items: [String]) -> String {
        items.isEmpty ? "[]" : "[\n" + items.joined(separator: ",\n") + "\n]"
    }
}
