import TemaModel
import TestSupport
import Testing

@testable import TemaFormats
@testable import TemaTables

@Suite("CSV files") struct DelimitedTextTests {
    @Test(
        "are read as spreadsheets write them",
        arguments: [
            ("a,b\n1,2\n", ["a", "b"], [["1", "2"]]), ("a;b\r\n1;2,5\r\n", ["a", "b"], [["1", "2,5"]]),
            ("a\tb\n\"x\ty\"\t\n", ["a", "b"], [["x\ty", ""]]), ("a\n\n\nb", ["a"], [["b"]]),
            ("a,b\n\"1 \"\"one\"\"\",\"two\nlines\"", ["a", "b"], [["1 \"one\"", "two\nlines"]]),
            ("a,b\rx,y", ["a", "b"], [["x", "y"]]), ("\"a\"b,c\n,", ["ab", "c"], [["", ""]]),
        ] as [(String, [String], [[String]])])
    func read(text: String, header: [String], rows: [[String]]) throws {
        let table = try DelimitedText(text)
        #expect(table.header == header && table.rows.map(\.fields) == rows)
    }

    @Test(
        "that are malformed are refused with a line number",
        arguments: [("", nil), ("a,b\n1,2\n1\n", 3), ("a,b\n\"1\n2\",3\n\"x,y\n", 4)] as [(String, Int?)])
    func refused(text: String, line: Int?) {
        let problem = #expect(throws: Problem.self) { try DelimitedText(text) }
        #expect(problem?.line == line && problem?.suggestion != nil)
    }

    @Test("that Tema writes are read back unchanged", arguments: 1...5)
    func roundTrip(seed: Int) throws {
        let parts = ["a", ",", "\"", "\n", "é", " ", "=1", "𝔸", ";", "\t"]
        var random = SeededGenerator(seed: seed)
        let rows = (0..<20).map { _ in
            (0..<3).map { _ in (0..<4).map { _ in parts.randomElement(using: &random) ?? "" }.joined() }
        }
        let columns = ["x", "y", "z"].map { Table.Column($0, Phrase(verbatim: $0)) }
        let table = Table(.init(title: "", columns: columns), rows: rows.map { Table.Row($0.map(Table.Cell.text)) })
        let bytes = table.written(as: CSVTable.self, options: TableOptions(raw: true))
        let read = try DelimitedText(String(decoding: bytes, as: UTF8.self))
        #expect(read.rows.map(\.fields) == rows, "seed \(seed): \(rows)")
    }

    @Test("have columns that are found by name")
    func columns() throws {
        let table = try DelimitedText("unit,coder,coder\n1,2,3")
        #expect(try table.column("unit") == 0)
        #expect(throws: Problem.self) { try table.column("coder") }
        let problem = #expect(throws: Problem.self) { try table.column("unti") }
        #expect(problem?.suggestion == "did you mean “unit”?")
    }
}
