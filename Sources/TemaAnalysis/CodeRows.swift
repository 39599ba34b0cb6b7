import TemaModel

/// One row for each code, in code order: what begins every table of codes.
struct CodeRows {
    static let columns = [
        Table.Column("code", "code", for: .programs), Table.Column("name", "code"),
        // People see the level by the indentation, and have the room for a bar.
        Table.Column("level", "level", for: .programs),
    ]

    private let codes: CodeList
    private let level: Int?

    /// All codes, indented by their depth, or those of one level, which are not indented.
    init(_ codes: CodeList, level: Int?) {
        self.codes = codes
        self.level = level
    }

    /// Why cells are empty, where some are.
    static func notes(on rows: [Table.Row]) -> [String] {
        rows.contains { $0.cells.contains(.empty) } ? ["A share of nothing is not defined and left empty."] : []
    }

    /// The rows, each with the cells that follow the code's own.
    func rows(_ cells: (Int) -> [Table.Cell]) -> [Table.Row] { manyRows { [cells($0)] } }

    /// The same with several rows for each code.
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
