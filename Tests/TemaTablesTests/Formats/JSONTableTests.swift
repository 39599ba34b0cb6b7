import Foundation
import TemaModel
import Testing

@testable import TemaTables

@Suite("JSON tables")
struct JSONTableTests {
    @Test("have one row per line")
    func whole() {
        #expect(
            written(TableSamples.frequencies, as: JSONTable.self) == """
                {
                "title":"Code frequencies",
                "columns":[
                {"name":"code","label":"Code"},
                {"name":"passages","label":"Passages"},
                {"name":"share","label":"% of passages"},
                {"name":"p","label":"p"}
                ],
                "rows":[
                {"code":"hope","passages":40,"share":12.345000,"p":0.5},
                {"code":"hope/live","passages":13,"share":4.000000,"p":1.23457e-10},
                {"code":"hope/faith","passages":0,"share":null,"p":null}
                ],
                "notes":[
                "N = 324 passages."
                ]
                }

                """)
    }

    @Test("are valid JSON objects", arguments: TableFormatTests.tables)
    func readBack(sample: TableSample) throws {
        let data = Data(sample.table.written(as: JSONTable.self))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object.keys.sorted() == ["columns", "notes", "rows", "title"])
        #expect((object["rows"] as? [[String: Any]])?.count == sample.table.rows.count)
        #expect(
            (object["columns"] as? [[String: String]])?.count
                == sample.table.layout.columns.count { $0.audience != .people })
        #expect(object["notes"] as? [String] == sample.table.englishNotes)
        #expect(object["title"] as? String == sample.table.layout.title.description)
    }
}
