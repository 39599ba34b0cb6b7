import Testing

@testable import TemaModel

@Suite("A selection of rows") struct RowSelectionTests {
    private static let table = Table(
        Table.Layout(
            title: "T",
            columns: [
                .init("code", "Code", for: .programs), .init("name", "code", rank: .name),
                .init("n", "count", style: .integer), .init("p", "p", style: .significant(digits: 6, shown: 2)),
            ], mainColumn: "n"),
        rows: [
            ("a", "Fear", 3, 0.5), ("b", "anger", 7, nil), ("c", "Hope", 3, 0.01), ("d", "Loss", nil, 0.2),
        ].map {
            Table.Row(
                [.text($0), .text($1), $2.map { .integer($0) } ?? .empty, $3.map { .number($0) } ?? .empty], depth: 1)
        })

    private static func ids(_ change: (inout RowSelection) -> Void) throws -> String {
        var selection = RowSelection()
        change(&selection)
        let chosen = table.rows(try selection.indices(of: table), of: selection)
        return chosen.rows.map { if case .text(let id) = $0.cells[0] { id } else { "?" } }.joined()
    }

    @Test(
        "orders counts from the greatest, p and texts from the smallest, and rows without a value last",
        arguments: [("n", "bacd"), ("count", "bacd"), ("p", "cdab"), ("name", "bacd"), ("Code", "abcd")])
    func order(column: String, ids: String) throws {
        #expect(try Self.ids { $0.sortColumn = column } == ids)
    }

    @Test("may be reversed, with rows without a value still last")
    func reversed() throws {
        #expect(try Self.ids { ($0.sortColumn, $0.isReversed) = ("n", true) } == "acbd")
    }

    @Test("has the first rows of the main column, and rows within bounds")
    func bounds() throws {
        #expect(try Self.ids { $0.most = 2 } == "ba")
        #expect(try Self.ids { $0.bounds = [.init(nil, 3, isLeast: true)] } == "abc")
        #expect(try Self.ids { $0.bounds = [.init("p", 0.2, isLeast: false)] } == "cd")
        #expect(
            try Self.ids { $0.bounds = [.init("n", 3, isLeast: true), .init("p", 0.2, isLeast: false)] } == "c")
    }

    @Test("removes the indentation of ordered rows only")
    func indentation() throws {
        var sorted = RowSelection()
        sorted.most = 1
        #expect(Self.table.rows([0], of: sorted).rows[0].depth == 0)
        #expect(Self.table.rows([0], of: RowSelection()).rows[0].depth == 1)
    }

    @Test("names the nearest column if one is unknown")
    func unknown() {
        #expect(throws: Problem("the table has no column “coda”", suggestion: "did you mean “code”?")) {
            try Self.ids { $0.sortColumn = "coda" }
        }
    }

    @Test("exchanges rows and columns, with paths as names and names as labels")
    func transposed() {
        let table = Self.table.transposed(as: "measure", Phrase(verbatim: "measure"))
        #expect(table.layout.columns.map(\.name) == ["measure", "measure_label", "a", "b", "c", "d"])
        #expect(table.layout.columns.suffix(4).map(\.label.description) == ["Fear", "anger", "Hope", "Loss"])
        #expect(table.rows.map(\.cells[0]) == [.text("n"), .text("p")])
        #expect(table.rows[0].cells.suffix(4) == [.integer(3), .integer(7), .integer(3), .empty])
        #expect(table.layout.mainColumn == "a")
    }

    @Test("gives the limits of an interval their value's label as rows, and its importance as columns")
    func limits() throws {
        let layout = Table.Layout(
            title: "T",
            columns: [.init("name", "code", rank: .name), .init("x", "2015", style: .integer)]
                + Table.Column.limits("x low", "x high", style: .integer) + [.init("n", "total", style: .integer)])
        let table = Table(
            layout, rows: [Table.Row([.text("Fear"), .integer(3), .integer(1), .integer(5), .integer(9)])])
        let rows = table.transposed(as: "group", Phrase(verbatim: "group")).rows
        let labels = rows.map { if case .phrase(let label) = $0.cells[1] { label.description } else { "" } }
        #expect(labels == ["2015", "2015 from", "2015 to", "total"])
        var selection = RowSelection()
        selection.sortColumn = "x high"
        let sorted = table.rows(try selection.indices(of: table), of: selection)
        #expect(sorted.layout.columns.map(\.rank) == [.name, .main, .main, .main, .minor])
    }
}
