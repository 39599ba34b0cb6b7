import TemaModel
import Testing

@testable import TemaTables

@Suite("The first rows of a table")
struct FirstRowsTests {
    private static let layout = Table.Layout(title: "", columns: [Table.Column("n", "N", bar: true)])

    @Test("are complete at 500")
    func enough() {
        var first = FirstRows()
        for _ in 0..<499 { first.hold(Table.Row([])) }
        #expect(!first.areEnough)
        first.hold(Table.Row([]))
        #expect(first.areEnough && first.rows.count == 500)
    }

    @Test(
        "determine the length of a full bar",
        arguments: [
            (.integer(8), 1), (.number(2), 0.25), (.integer(99), 1), (.integer(0), 0), (.integer(-5), 0),
            (.number(.nan), 0), (.number(.infinity), 0), (.text("8"), 0), (.empty, 0),
        ] as [(Table.Cell, Double)])
    func share(cell: Table.Cell, share: Double) {
        let rows = [
            Table.Row([.integer(8)]), Table.Row([.number(.infinity)]), Table.Row([.number(.nan)]), Table.Row([]),
        ]
        #expect(BarScale(Self.layout, rows).share(cell, of: 0) == share)
    }

    @Test("without a positive number have no bars")
    func none() {
        #expect(BarScale(Self.layout, [Table.Row([.integer(0)])]).share(.integer(3), of: 0) == 0)
        #expect(BarScale(Self.layout, []).share(.integer(3), of: 0) == 0)
    }
}
