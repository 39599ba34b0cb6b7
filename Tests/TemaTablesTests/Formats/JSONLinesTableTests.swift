import Foundation
import TemaModel
import TestSupport
import Testing

@testable import TemaTables

@Suite("JSON Lines tables")
struct JSONLinesTableTests {
    @Test("have one object per line, without spaces")
    func whole() {
        let layout = Table.Layout(
            title: "Codings",
            columns: [
                Table.Column("document", "Document"), Table.Column("passage", "Passage", style: .integer),
                Table.Column("evidence", "Evidence"), Table.Column("people", "", for: .people),
            ])
        let evidence = Table.Cell.list([
            .record([Table.Field("start", .integer(3)), Table.Field("indicator", .text("want* to live"))])
        ])
        let table = Table(
            layout,
            rows: [
                Table.Row([.text("x"), .integer(0), evidence, .text("y")]), Table.Row([.empty, .empty, .list([])]),
            ])
        #expect(
            written(table, as: JSONLinesTable.self) == """
                {"document":"x","passage":0,"evidence":[{"start":3,"indicator":"want* to live"}]}
                {"document":null,"passage":null,"evidence":[]}

                """)
    }

    @Test("preserve every cell")
    func readBack() throws {
        let lines = TableSamples.hostile.written(as: JSONLinesTable.self).split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == TableSamples.hostile.rows.count)
        for (text, line) in zip(HostileTexts.all, lines) {
            let row = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
            let cell = try #require(row["text"] as? String)
            #expect(Array(cell.unicodeScalars) == Array(text.unicodeScalars))
        }
    }
}
