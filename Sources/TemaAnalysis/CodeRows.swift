import TemaModel

/// The rows of a table with one or more rows per code, in code order, and the columns that identify the code.
struct CodeRows {
    static let columns = [
        Table.Column("code", "code", for: .programs), Table.Column("name", "code"),
        // In output for people, the indentation shows the level; without this column there is space for a bar.
        Table.Column("level", "level", for: .programs),
    ]

    private let codes: CodeList
    private let level: Int?

    /// Creates rows for all codes, indented by depth, or for the codes of one level, not indented.
    init(_ codes: CodeList, level: Int?) {
        self.codes = codes
        self.level = level
    }

    /// A note that explains empty cells, if `rows` have any.
    static func notes(on rows: [Table.Row]) -> [String] {
        rows.contains { $0.cells.contains(.empty) }
            ? ["Empty cells: the share is undefined because its denominator is 0."] : []
    }

    /// Returns one row per code; `cells` returns the cells after the code's columns.
    func rows(_ cells: (Int) -> [Table.Cell]) -> [Table.Row] { manyRows { [cells($0)] } }

    /// Returns several rows per code; `cells` returns the cells of each row after the code's columns.
    func manyRows(_ cells: (Int) -> [[Table.Cell]]) -> [Table.Row] {
        codes.entries.indices.filter { level == nil || codes.entries[$0].depth == level }.flatMap { code in
            let entry = codes.entries[code]
            return cells(code).map {
                Table.Row(
                    [.text(entry.path), .text(entry.name), .text(codes.level(of: code))] + $0,
                    depth: entry.depth - (level ?? 1))
            }
        }
    }
}
