import Model

/// One JSON object a row and a line, without white space.
public struct JSONLinesTable: TableFormat {
    public static let name = "jsonl"
    public static let summary = "one JSON object a line, for programs that read row by row"
    public static let carriesNotes = false

    private let layout: Table.Layout
    private let columns: [Int]

    public init(_ layout: Table.Layout, options: TableOptions) {
        self.layout = layout
        columns = layout.columns(for: .programs)
    }

    public mutating func begin(into out: inout [UInt8]) {}
    public mutating func add(_ row: Table.Row, into out: inout [UInt8]) {
        out.write(JSONText.row(row, layout, columns) + "\n")
    }
    public mutating func end(notes: [String], into out: inout [UInt8]) {}
}
