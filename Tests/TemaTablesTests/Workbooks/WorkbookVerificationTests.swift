import Testing

@testable import TemaTables

@Suite("A finished workbook")
struct WorkbookVerificationTests {
    private func workbook(rows: Int) throws -> [UInt8] {
        let workbook = try Workbook()
        let sheet = try workbook.sheet("Rows")
        for row in 0..<rows { try sheet.write("text \(row)", row: row, column: 0) }
        return try workbook.finish()
    }

    @Test("is complete if it has all rows")
    func rows() throws {
        let bytes = try workbook(rows: 3)
        #expect(WorkbookVerification.isComplete(bytes, rows: [3]))
        #expect(!WorkbookVerification.isComplete(bytes, rows: [2]))
        #expect(!WorkbookVerification.isComplete(bytes, rows: [4]))
        #expect(!WorkbookVerification.isComplete(bytes, rows: [3, 1]))
    }

    @Test("is incomplete if any part is missing or changed")
    func damage() throws {
        let bytes = try workbook(rows: 500)
        for length in stride(from: 0, to: bytes.count, by: 97) {
            #expect(!WorkbookVerification.isComplete(Array(bytes.prefix(length)), rows: [500]))
        }
    }
}
