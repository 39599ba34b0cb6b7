import TemaModel
import TestSupport
import Testing

@testable import TemaTables

@Suite("A spreadsheet of several tables")
struct WorkbookTests {
    private let sheets: [(name: Phrase, table: Table)] = [
        (Phrase("Codes"), TableSamples.frequencies), (Phrase("codes"), TableSamples.hostile),
        (Phrase(""), TableSamples.empty),
        (Phrase("None"), TableSamples.columnless),
    ]

    @Test("has each table on its own sheet, and the definitions on the last one")
    func whole() throws {
        let bytes = try Spreadsheet.written(sheets, provenance: [Fact("Documents", .integer(7))])
        let file = Unzipped(bytes)
        let book = try #require(file["xl/workbook.xml"])
        #expect(["Codes", "codes 2", "Table", "None", "About"].allSatisfy { book.contains("<sheet name=\"\($0)\"") })
        let about = try #require(file["xl/worksheets/sheet5.xml"])
        #expect(about.contains("N = 324 passages.") && about.contains(">Documents<") && about.contains(">7<"))
        #expect(file["xl/worksheets/sheet6.xml"] == nil)
        #expect(bytes == (try Spreadsheet.written(sheets, provenance: [Fact("Documents", .integer(7))])))
    }
}
