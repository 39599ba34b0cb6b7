import TemaModel
import TestSupport
import Testing

@testable import TemaTables

@Suite("A table's sheets")
struct TableSheetTests {
    @Test("continue on further sheets, with a note")
    func rows() throws {
        let workbook = try Workbook()
        let table = TableSamples.texts((1...7).map { "row \($0)" })
        let sheet = try TableSheet(table.layout, in: workbook, mostRows: 4)
        for row in table.rows { try sheet.add(row) }
        #expect(sheet.finish().map(\.description) == ["The table continues on 2 further sheets."])
        let file = Unzipped(try workbook.finish())
        for (number, rows) in [(1, 1...3), (2, 4...6), (3, 7...7)] {
            let text = try #require(file["xl/worksheets/sheet\(number).xml"])
            #expect(text.contains("<t>A</t>"))
            #expect(rows.allSatisfy { text.contains("<t>row \($0)</t>") })
            #expect(text.contains("<autoFilter ref=\"A1:A\(rows.count + 1)\""))
        }
        #expect(try #require(file["xl/workbook.xml"]).contains("name=\"T 3\""))
    }

    @Test("omit columns beyond the limit of a sheet, with a note")
    func columns() throws {
        let layout = Table.Layout(
            title: "Wide", columns: (0..<16_390).map { Table.Column("c\($0)", "c\($0)", style: .integer) })
        let workbook = try Workbook()
        let sheet = try TableSheet(layout, in: workbook)
        try sheet.add(Table.Row((0..<16_390).map { .integer($0) }))
        #expect(
            sheet.finish().map(\.description) == [
                "6 of 16,390 columns do not fit on a sheet. Other formats contain all columns."
            ])
        let text = try #require(Unzipped(try workbook.finish())["xl/worksheets/sheet1.xml"])
        #expect(text.contains("<c r=\"XFD2\"") && text.contains("<v>16383</v>") && !text.contains("<v>16384</v>"))
    }

    @Test("have labels as headings, or names if two labels are the same")
    func headings() throws {
        let layout = Table.Layout(
            title: "", columns: [.init("a_low", "from"), .init("b_low", "from"), .init("n", "N"), .init("x", "")])
        let sheet = try TableSheet(layout, in: try Workbook())
        #expect(sheet.otherNames.isEmpty)
        let other = try TableSheet(
            Table.Layout(
                title: "", columns: [.init("passages_percent", "% of passages"), .init("own_hits", "Own hits")]),
            in: try Workbook())
        #expect(other.otherNames.map(\.heading) == ["% of passages"])
    }
}
