import TemaModel

extension Table {
    /// Returns the first columns of tables of pairs: the codes, and the numbers of units or spans with them.
    ///
    /// - Parameter definition: The definition of the numbers.
    static func pairColumns(_ definition: Phrase) -> [Column] {
        [
            .init("code_a", "code a", for: .programs), .init("name_a", "code a", for: .people, rank: .name),
            .init("code_b", "code b", for: .programs), .init("name_b", "code b", for: .people, rank: .name),
            .init("n_a", "n a", style: .integer, definition: definition),
            .init("n_b", "n b", style: .integer, definition: definition),
            .init("n_ab", "n a and b", style: .integer, bar: true, definition: definition, rank: .main),
        ]
    }

    /// The number of columns of codes, and of those with the numbers of units.
    private static let (pairNames, pairCounts) = (4, 3)

    /// Returns a table of pairs with one row for each pair and measure.
    ///
    /// - Parameter units: N, or nil if pairs are not counted in units.
    func longPairs(units: Int?) -> Table {
        let first = Self.pairNames + Self.pairCounts
        let measures = layout.columns.indices.dropFirst(first).filter { layout.columns[$0].style.isNumber }
        let counts = layout.columns[Self.pairNames..<first].map { column in
            var column = column
            (column.bar, column.rank) = (false, .usual)
            return column
        }
        let of = Column("units", "N", style: .integer)
        let columns =
            layout.columns[..<Self.pairNames] + [.init("measure", "measure")]
            + [.init("value", "value", style: .significant(digits: 12, shown: 3), rank: .main)] + counts
            + (units == nil ? [] : [of])
        let rows = self.rows.flatMap { row in
            measures.map { measure in
                Row(
                    row.cells[..<Self.pairNames] + [.text(layout.columns[measure].name), row.cell(measure)]
                        + row.cells[Self.pairNames..<first] + (units.map { [.integer($0)] } ?? []))
            }
        }
        return Table(
            Layout(title: layout.title, columns: Array(columns)), rows: rows,
            notes: layout.definitions(of: measures) + notes)
    }
}
