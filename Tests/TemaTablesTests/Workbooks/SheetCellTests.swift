import TemaModel
import TestSupport
import Testing

@testable import TemaTables

@Suite("Spreadsheet cells")
struct SheetCellTests {
    private static let cells: [(Table.Cell, Table.Column.Style, String)] = [
        (.integer(12), .integer, "<v>12</v>"), (.integer(-999_999_999_999_999), .integer, "<v>-999999999999999</v>"),
        (.integer(.max), .integer, "<t>9223372036854775807</t>"),
        (.number(-0.0), .decimal(places: 2, shown: 1), "<v>0</v>"),
        (.number(12.3456789), .decimal(places: 2, shown: 1), "<v>12.3456789</v>"),
        (.number(1e-10), .significant(digits: 6, shown: 3), "<v>1E-10</v>"),
        (.number(.greatestFiniteMagnitude), .significant(digits: 6, shown: 3), "<t>1.79769e+308</t>"),
        (.text("=1+1"), .text, "<t>=1+1</t>"), (.text("12"), .integer, "<t>12</t>"),
        (.list([.text("a"), .text("b")]), .text, "<t>a; b</t>"),
    ]

    @Test("contain numbers as numbers and everything else as texts", arguments: cells.indices)
    func content(at index: Int) throws {
        let (cell, style, xml) = Self.cells[index]
        let workbook = try Workbook()
        try SheetCell(cell, style, in: .english).write(to: try workbook.sheet("T"), row: 0, column: 0, indent: 0)
        let text = try #require(Unzipped(try workbook.finish())["xl/worksheets/sheet1.xml"])
        #expect(text.contains(xml), "\(text)")
    }

    @Test(
        "are empty if there is no number",
        arguments: [Table.Cell.empty, .number(.nan), .number(.infinity), .text("")])
    func empty(cell: Table.Cell) throws {
        let workbook = try Workbook()
        try SheetCell(cell, .integer, in: .english).write(to: try workbook.sheet("T"), row: 0, column: 0, indent: 0)
        let text = try #require(Unzipped(try workbook.finish())["xl/worksheets/sheet1.xml"])
        #expect(text.contains("<sheetData/>"))
    }
}
