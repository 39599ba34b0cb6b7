import TemaModel
import TestSupport
import Testing

@testable import TemaFormats

@Suite("Spreadsheets") struct SpreadsheetTests {
    private func table(_ bytes: [UInt8]) throws -> DelimitedText {
        let sheet = try #require(try Spreadsheet(.bytes(bytes, name: "a.xlsx")))
        return try DelimitedText(String(decoding: try sheet.table.beginning(1 << 20), as: UTF8.self))
    }

    @Test("A sheet is a table whose lines are its rows, with line ends and separators in cells")
    func cells() throws {
        let rows = [["name", "text", "x"], ["a, \"b\"", "one\ntwo", ""], [], ["c;", "", "three"]]
        let table = try table(ComposedSheet.file([("One", rows)]))
        #expect(table.header == ["name", "text", "x"])
        #expect(table.rows.map(\.fields) == [["a, \"b\"", "one\rtwo", ""], ["c;", "", "three"]])
        #expect(table.rows.map(\.line) == [2, 4])
    }

    @Test(
        "Values are read as they are shown",
        arguments: [
            ("<c><v>12</v></c>", "12"), ("<c><v>0.5</v></c>", "0.5"), ("<c t=\"b\"><v>1</v></c>", "TRUE"),
            ("<c t=\"e\"><v>#N/A</v></c>", ""), ("<c t=\"str\"><v>a&lt;b</v></c>", "a<b"),
            ("<c s=\"1\"><v>45293.5</v></c>", "2024-01-02T12:00:00Z"),
            ("<c s=\"2\"><v>45293</v></c>", "2024-01-02T00:00:00Z"),
            ("<c s=\"1\"><v>-5</v></c>", "-5"), ("<c t=\"s\"><v>99</v></c>", ""), ("<c s=\"9\"><v>1</v></c>", "1"),
            ("<c t=\"inlineStr\"><is><t>a</t><rPh><t>reading</t></rPh></is></c>", "a"),
        ])
    func values(cell: String, expected: String) throws {
        let rows =
            "<row><c t=\"str\"><v>h</v></c><c t=\"str\"><v>i</v></c></row><row>\(cell)<c t=\"str\"><v>z</v></c></row>"
        #expect(try table(ComposedSheet.file(xml: rows)).rows.first?.fields.first?.undefused == expected)
    }

    @Test("Only the first sheet with cells is read, and the others are named")
    func sheets() throws {
        let bytes = ComposedSheet.file([("Empty", []), ("Two", [["a"], ["b"]]), ("Three", [["c"]])])
        let sheet = try #require(try Spreadsheet(.bytes(bytes, name: "a.xlsx")))
        #expect(try sheet.table.beginning(99) == Array("a\nb\n".utf8) && sheet.others == ["Three"])
    }

    @Test("Other files are no spreadsheets, and damaged or old ones are rejected with the file's name")
    func others() throws {
        #expect(try Spreadsheet(.bytes(Array("a,b\n".utf8), name: "a.csv")) == nil)
        #expect(try Spreadsheet(.bytes(Packed.archive(.zip, [("a.txt", [65])]), name: "a.zip")) == nil)
        for bytes in [[0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0], ComposedSheet.file([("One", [])])] as [[UInt8]] {
            let problem = #expect(throws: Problem.self) { try Spreadsheet(.bytes(bytes, name: "a.xls")) }
            #expect(problem?.file == "a.xls" && problem?.suggestion != nil)
        }
    }

    @Test("A far cell and a far row need little space, and a damaged file is read or rejected")
    func hostile() throws {
        let far = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"ZZZZZZZZZZZZZZ1\" t=\"str\"><v>b</v></c></row>"
        let rows = far + "<row r=\"99999999999\"><c r=\"XFD9\" t=\"str\"><v>c</v></c></row>"
        #expect(try Spreadsheet(.bytes(ComposedSheet.file(xml: rows), name: "a.xlsx"))?.table.size ?? 0 < 4 << 20)
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        let sample = ComposedSheet.file([("One", [["document", "code"], ["m", "a"]])])
        for _ in 0..<300 { _ = try? Spreadsheet(.bytes(sample.damaged(using: &random), name: "seed \(seed)")) }
    }
}
