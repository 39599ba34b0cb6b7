import TemaModel
import TemaTables
import Testing

@Suite("Delimited lines")
struct DelimitedLinesTests {
    @Test(
        "defuse what a spreadsheet would compute",
        arguments: [
            "=1", "+1", "-1", "@a", "＝1", "＋1", "－1", "＠a", "  =1", "'=1", "''=1", "“=1", "\u{FEFF}=1", "\u{A0}@a",
            "-", "- I said",
        ])
    func formulas(text: String) {
        #expect(written(TableSamples.texts([text]), as: CSVTable.self) == "a\n'\(text)\n")
        #expect(written(TableSamples.texts([text]), as: TSVTable.self) == "a\n'\(text)\n")
        #expect(written(TableSamples.texts([text]), as: CSVTable.self, TableOptions(raw: true)) == "a\n\(text)\n")
    }

    @Test("defuse control characters that start a cell", arguments: ["\t", "\r", "\0"])
    func controls(start: String) {
        for text in [start + "1", " " + start] {
            let line = written(TableSamples.texts([text]), as: CSVTable.self).dropFirst(2)
            #expect(line.hasPrefix("'") || line.hasPrefix("\"'"))
        }
    }

    @Test("leave all other text alone", arguments: ["a=1", "1-2", "'tis", "(=1)", "–1", "'", "e-mail@x"])
    func harmless(text: String) {
        #expect(written(TableSamples.texts([text]), as: CSVTable.self) == "a\n\(text)\n")
    }

    @Test("defuse names of columns and lists, never numbers")
    func others() {
        let layout = Table.Layout(
            title: "",
            columns: [
                Table.Column("=n", "", .integer), Table.Column("d", "", .decimal(places: 1, shown: 1)),
                Table.Column("l", ""),
            ])
        let row = Table.Row([.integer(-1), .number(-0.5), .list([.text("=a"), .text("b")])])
        #expect(written(Table(layout, rows: [row]), as: CSVTable.self) == "'=n,d,l\n-1,-0.5,'=a > b\n")
    }
}
