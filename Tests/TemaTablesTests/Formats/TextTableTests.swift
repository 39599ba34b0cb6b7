import TemaModel
import Testing

@testable import TemaTables

@Suite("Text tables")
struct TextTableTests {
    @Test("have the columns and digits for people, with bars and indentation")
    func whole() {
        #expect(
            written(TableSamples.frequencies, as: TextTable.self, TableOptions(width: 80)) == """
                Code frequencies

                                                                     % of
                Code             Passages                        passages         p
                ───────────────────────────────────────────────────────────────────
                Hope                   40  ████████████████████      12.3       0.5
                  Wish to live         13  ██████▌                    4.0  1.23e-10
                  Faith | trust         0                               –         –

                N = 324 passages.

                """)
    }

    @Test("fit any width, for any content", arguments: [0, 20, 21, 40, 60, 80, 100, 160, 1_000])
    func fits(width: Int) {
        for sample in TableFormatTests.tables {
            let lines = written(sample.table, as: TextTable.self, TableOptions(width: width)).split(separator: "\n")
            let widest = lines.map { DisplayWidth.of(String($0)) }.max() ?? 0
            #expect(widest <= max(20, width), "\(sample.name)")
        }
    }

    @Test("have one line per row, for any content")
    func lines() {
        let table = Table(TableSamples.hostile.layout, rows: TableSamples.hostile.rows)
        let text = written(table, as: TextTable.self, TableOptions(width: 160))
        let body = text.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix("──") }
        #expect(body.count == table.rows.count + 2)
    }

    @Test(
        "note how many columns do not fit",
        arguments: [
            (
                60,
                """
                Name  Column 0  Column 1  Column 2  Column 3  Column 4
                ──────────────────────────────────────────────────────

                Columns that do not fit in 60 characters: 2 (Column 5,
                Column 6). --format csv includes all columns.

                """
            ),
            (
                70,
                """
                Name  Column 0  Column 1  Column 2  Column 3  Column 4  Column 5
                ────────────────────────────────────────────────────────────────

                Columns that do not fit in 70 characters: 1 (Column 6). --format csv
                includes all columns.

                """
            ),
        ])
    func leftOut(width: Int, expected: String) {
        let columns = (0..<7).map { Table.Column("c\($0)", "Column \($0)", style: .integer) }
        let table = Table(Table.Layout(title: "", columns: [Table.Column("n", "Name")] + columns))
        #expect(written(table, as: TextTable.self, TableOptions(width: width)) == expected)
    }

    @Test("cut the context before a keyword at its start")
    func rightText() {
        let layout = Table.Layout(
            title: "",
            columns: [
                Table.Column("b", "Before", style: .rightText), Table.Column("k", "Keyword"),
                Table.Column("a", "After"),
            ])
        let table = Table(
            layout,
            rows: [
                Table.Row([
                    .text("she said that for her daughter she"), .text("wanted to live"),
                    .text("and so she did, for many years"),
                ]),
                Table.Row([.text("they"), .text("want to live"), .text("too")]),
            ])
        #expect(
            written(table, as: TextTable.self, TableOptions(width: 60)) == """
                               Before  Keyword         After
                ────────────────────────────────────────────────────────────
                …for her daughter she  wanted to live  and so she did, for …
                                 they  want to live    too

                """)
    }

    @Test(
        "write a later, longer name in full, in free width or that of a long text",
        arguments: [
            (100, "ten.letters.and.more   1  a text of many words for a table"),
            (40, "ten.letters.and.more   1  a text of man…"), (30, "ten.letters…   1  a text of m…"),
        ])
    func laterName(width: Int, expected: String) {
        let layout = Table.Layout(
            title: "", columns: [.document, .init("no", "No", style: .ordinal), .init("text", "Text")])
        let text = Table.Cell.text("a text of many words for a table")
        let rows = Array(repeating: Table.Row([.text("ten.letter"), .integer(7), text]), count: 500)
        let later = Table.Row([.text("ten.letters.and.more"), .integer(1), text])
        let lines = written(Table(layout, rows: rows + [later]), as: TextTable.self, TableOptions(width: width))
        #expect(lines.split(separator: "\n").last.map(String.init) == expected)
    }

    @Test("write a later, wider number in full")
    func later() {
        let layout = Table.Layout(
            title: "", columns: [Table.Column("t", "T"), Table.Column("n", "N", style: .integer)])
        let first = Array(repeating: Table.Row([.text("abc"), .integer(7)]), count: 500)
        let later = [Table.Row([.text("a"), .integer(1_234)]), Table.Row([.text("abc"), .integer(-56_789)])]
        let lines = written(Table(layout, rows: first + later), as: TextTable.self).split(separator: "\n")
        #expect(lines.prefix(3) == ["T    N", "──────", "abc  7"])
        #expect(lines.suffix(2) == ["a  1,234", "abc  -56,789"])
    }
}
