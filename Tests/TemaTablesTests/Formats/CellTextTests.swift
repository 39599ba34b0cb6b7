import TemaModel
import Testing

@testable import TemaTables

@Suite("Cells as text")
struct CellTextTests {
    @Test(
        "have the digits for programs or for people",
        arguments: [
            (.integer(-7), .integer, "-7", "-7"), (.number(2.5), .integer, "2", "2"), (.empty, .integer, "", "–"),
            (.number(12.345), .decimal(places: 3, shown: 1), "12.345", "12.3"),
            (.number(0.000_123_456_7), .significant(digits: 6, shown: 2), "0.000123457", "0.00012"),
            (.number(.nan), .decimal(places: 3, shown: 1), "", "–"), (.number(-.infinity), .text, "", "–"),
            (.number(0.1), .text, "0.1", "0.1"), (.empty, .text, "", ""), (.text("n/a"), .integer, "n/a", "n/a"),
        ] as [(Table.Cell, Table.Column.Style, String, String)])
    func numbers(cell: Table.Cell, style: Table.Column.Style, programs: String, people: String) {
        #expect(CellText(style, for: .programs).string(cell) == programs)
        #expect(CellText(style, for: .people(.english)).string(cell) == people)
    }

    @Test(
        "join the items of lists and records",
        arguments: [
            (.list([.text("Results"), .text("Theme 1")]), "Results; Theme 1"), (.list([]), ""),
            (.list([.text("a"), .integer(1)]), "a | 1"),
            (.record([Table.Field("start", .integer(3)), Table.Field("text", .text("x"))]), "start=3; text=x"),
            (
                .list([.record([Table.Field("a", .integer(1))]), .record([Table.Field("a", .list([.text("b")]))])]),
                "a=1 | a=b"
            ),
        ] as [(Table.Cell, String)])
    func joined(cell: Table.Cell, expected: String) {
        #expect(CellText(.text, for: .programs).string(cell) == expected)
    }

    @Test("join the headings of a path")
    func path() {
        #expect(
            CellText(.path, for: .programs).string(.list([.text("Results"), .text("Sample")])) == "Results > Sample")
    }

    @Test(
        "group the digits of counts for people, but not of numbers that identify something",
        arguments: [
            (.integer(1234), .integer, "1,234"), (.integer(-1_234_567), .integer, "-1,234,567"),
            (.number(12_345.67), .decimal(places: 4, shown: 1), "12,345.7"), (.integer(2019), .ordinal, "2019"),
            (.integer(2019), .text, "2019"), (.number(1.5e-7), .significant(digits: 6, shown: 2), "1.5e-07"),
        ] as [(Table.Cell, Table.Column.Style, String)])
    func groups(cell: Table.Cell, style: Table.Column.Style, shown: String) {
        #expect(CellText(style, for: .people(.english)).string(cell) == shown)
        #expect(!CellText(style, for: .programs).string(cell).contains(","))
    }
}
