import TemaModel
import Testing

@testable import TemaTables

@Suite("The columns of a text table")
struct TextGridTests {
    @Test(
        "narrow text first, then the bar; the last columns are omitted before the bar",
        arguments: [
            (100, 45, 20, 3), (90, 36, 20, 3), (70, 24, 12, 3), (66, 24, 8, 3), (65, 20, 11, 3), (60, 20, 6, 3),
            (59, 24, 12, 2), (56, 24, 9, 2), (52, 20, 9, 2), (51, 20, 8, 2), (48, 27, 0, 2),
        ])
    func narrowing(width: Int, name: Int, bar: Int, columns: Int) throws {
        let layout = Table.Layout(
            title: "",
            columns: [
                Table.Column("name", "Name"), Table.Column("n", "N", style: .integer, bar: true),
                Table.Column("m", "M", style: .integer),
            ])
        let rows = [Table.Row([.text(String(repeating: "x", count: 45)), .integer(.max), .integer(123_456_789)])]
        let grid = TextGrid(layout, rows, width: width, in: .english)
        #expect(grid.columns.count == columns)
        #expect(grid.columns.map(\.width).first == name)
        #expect(grid.columns.map(\.bar).max() == bar)
    }

    @Test("are as wide as the widest cell in the first rows, with wrapped labels")
    func natural() {
        let layout = Table.Layout(
            title: "",
            columns: [
                Table.Column("name", "Name"),
                Table.Column("n", "Hits per 1,000 words", style: .decimal(places: 6, shown: 1)),
            ])
        let rows = [Table.Row([.text("日本"), .number(1)]), Table.Row([.text("abc"), .number(10)], depth: 2)]
        let grid = TextGrid(layout, rows, width: 80, in: .english)
        #expect(grid.columns.map(\.width) == [7, 8])
        #expect(grid.used == 17 && grid.leftOut == 0)
    }

    @Test("are computed quickly, for any number of columns")
    func many() {
        let columns = (0..<5_000).map { Table.Column("c\($0)", "A longish label \($0)") }
        let grid = TextGrid(Table.Layout(title: "", columns: columns), [], width: 100, in: .english)
        #expect(grid.columns.count + grid.leftOut == 5_000)
        #expect(grid.used <= 100)
    }
}
