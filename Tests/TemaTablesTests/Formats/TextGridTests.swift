import TemaModel
import Testing

@testable import TemaTables

@Suite("The columns of a text table")
struct TextGridTests {
    @Test(
        "narrow the bar first; the last numbers are omitted before the bar, and the name is cut last",
        arguments: [(108, 45, 20, 3), (95, 45, 8, 3), (88, 45, 14, 2), (80, 45, 6, 2), (78, 45, 0, 2), (60, 33, 0, 2)]
    )
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

    @Test(
        "omit minor numbers, then others from the last, before a name is cut, and never the main number",
        arguments: [
            (93, ["name", "n", "m", "minor", "k"]), (92, ["name", "n", "m", "k"]), (80, ["name", "n", "m"]),
            (68, ["name", "n"]), (57, ["name", "n"]), (32, ["name", "n"]),
        ])
    func omission(width: Int, shown: [String]) {
        let layout = Table.Layout(
            title: "",
            columns: [
                .init("name", "Name", rank: .name), .init("n", "N", style: .integer, rank: .main),
                .init("m", "M", style: .integer), .init("minor", "Minor", style: .integer, rank: .minor),
                .init("k", "K", style: .integer),
            ])
        let rows = [Table.Row([.text(String(repeating: "x", count: 45))] + (0..<4).map { _ in .integer(12_345_678) })]
        let grid = TextGrid(layout, rows, width: width, in: .english)
        #expect(grid.columns.map { layout.columns[$0.number].name } == shown)
        #expect((grid.columns.first?.width == 45) == (width >= 57))
    }

    @Test(
        "omit the limits of an interval together, and before a name is cut, those of the main number",
        arguments: [
            (90, ["name", "2015", "2015 low", "2015 high", "total", "total low", "total high"]),
            (80, ["name", "total", "total low", "total high"]), (62, ["name", "total"]), (40, ["name", "total"]),
        ])
    func limits(width: Int, shown: [String]) {
        func columns(_ name: String, _ rank: Table.Column.Rank) -> [Table.Column] {
            let style = Table.Column.Style.decimal(places: 6, shown: 1)
            return [Table.Column(name, Phrase(verbatim: name), style: style, rank: rank)]
                + Table.Column.limits("\(name) low", "\(name) high", style: style, rank: rank)
        }
        let layout = Table.Layout(
            title: "",
            columns: [.init("name", "Name", rank: .name)] + columns("2015", .usual) + columns("total", .main))
        let rows = [Table.Row([.text(String(repeating: "x", count: 50))] + (0..<6).map { _ in .number(12.5) })]
        let grid = TextGrid(layout, rows, width: width, in: .english)
        #expect(grid.columns.map { layout.columns[$0.number].name } == shown)
        #expect((grid.columns.first?.width == 50) == (width > 57))
    }

    @Test(
        "that are empty, or a number that identifies something, are omitted before a name is cut",
        arguments: [
            (60, ["empty", "document", "no", "text"]), (50, ["document", "no", "text"]), (40, ["document", "text"]),
        ])
    func empty(width: Int, shown: [String]) {
        let layout = Table.Layout(
            title: "",
            columns: [
                .init("empty", "Empty"), .document, .init("no", "No.", style: .ordinal), .init("text", "Text"),
            ])
        let rows = [
            Table.Row([
                .empty, .text("10.1371/journal.pone.00"), .integer(7), .text(String(repeating: "y", count: 18)),
            ])
        ]
        let grid = TextGrid(layout, rows, width: width, in: .english)
        #expect(grid.columns.map { layout.columns[$0.number].name } == shown)
        #expect(grid.columns.first { layout.columns[$0.number].name == "document" }?.width == 23)
        #expect(TextGrid(layout, [], width: 20, in: .english).columns.count > 1, "without rows, no column is empty")
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
        #expect(grid.used == 17 && grid.omitted.isEmpty)
    }

    @Test("are computed quickly, for any number of columns")
    func many() {
        let columns = (0..<5_000).map { Table.Column("c\($0)", "A longish label \($0)") }
        let grid = TextGrid(Table.Layout(title: "", columns: columns), [], width: 100, in: .english)
        #expect(grid.columns.count + grid.omitted.count == 5_000)
        #expect(grid.used <= 100)
    }
}
