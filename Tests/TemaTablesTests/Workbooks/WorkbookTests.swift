import TemaModel
import TestSupport
import Testing

@testable import TemaTables

@Suite("A spreadsheet of several tables")
struct WorkbookTests {
    private let sheets: [(name: String, table: Table)] = [
        ("Codes", TableSamples.frequencies), ("codes", TableSamples.hostile), ("", TableSamples.empty),
        ("None", TableSamples.columnless),
    ]

    @Test("has each table on its own sheet, and the definitions on the last one")
    func whole() throws {
        let bytes = try Spreadsheet.written(sheets, provenance: [Table.Field("Documents", .integer(7))])
        let file = Unzipped(bytes)
        let book = try #require(file["xl/workbook.xml"])
        #expect(["Codes", "codes 2", "Table", "None", "About"].allSatisfy { book.contains("<sheet name=\"\($0)\"") })
        let about = try #require(file["xl/worksheets/sheet5.xml"])
        #expect(about.contains("N = 324 passages.") && about.contains(">Documents<") && about.contains(">7<"))
        #expect(file["xl/worksheets/sheet6.xml"] == nil)
        #expect(bytes == (try Spreadsheet.written(sheets, provenance: [Table.Field("Documents", .integer(7))])))
    }
}
