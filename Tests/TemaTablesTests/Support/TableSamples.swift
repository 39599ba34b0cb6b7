import TemaModel
import TestSupport
import Testing

@testable import TemaTables

/// Tables used by several tests.
enum TableSamples {
    /// A tree of codes with columns for each audience, a missing number and a bar.
    static let frequencies = Table(
        Table.Layout(
            title: "Code frequencies",
            columns: [
                Table.Column("code", "Code", for: .programs), Table.Column("name", "Code", for: .people),
                Table.Column("passages", "Passages", style: .integer, bar: true),
                Table.Column("share", "% of passages", style: .decimal(places: 6, shown: 1)),
                Table.Column("p", "p", style: .significant(digits: 6, shown: 3)),
            ]),
        rows: [
            row("hope", "Hope", 40, 12.345, 0.5, depth: 0),
            row("hope/live", "Wish to live", 13, 4.0, 1.2345678e-10, depth: 1),
            row("hope/faith", "Faith | trust", 0, .nan, .infinity, depth: 1),
        ],
        notes: [Phrase("N = 324 passages.")])

    private static func row(
        _ code: String, _ name: String, _ count: Int, _ share: Double, _ p: Double, depth: Int
    ) -> Table.Row {
        Table.Row([.text(code), .text(name), .integer(count), .number(share), .number(p)], depth: depth)
    }

    static let empty = Table(frequencies.layout)
    static let columnless = Table(
        Table.Layout(title: "", columns: []), rows: [Table.Row([.text("x")])], notes: [Phrase("")])

    /// One column of texts.
    static func texts(_ texts: [String]) -> Table {
        Table(
            Table.Layout(title: "T", columns: [Table.Column("a", "A")]), rows: texts.map { Table.Row([.text($0)]) })
    }

    /// More rows than a format may buffer. Later rows are wider and greater than the first.
    static let long = Table(
        frequencies.layout,
        rows: (0..<1_200).map { row("c/\($0)", "Code \($0 * $0)", $0, Double($0) / 7, 1 / Double($0), depth: $0 % 3) })

    static let hostile = Table(
        Table.Layout(
            title: "<b>=Title</b>\n\u{1B}[31m| \"quoted\" 'so'",
            columns: [
                Table.Column("text", "<i>Text</i>|\n"),
                Table.Column("=name\n,\t\"", "Before\u{202E}", style: .rightText),
                Table.Column("n", "N", style: .integer, bar: true),
                Table.Column("d", "D", style: .decimal(places: 3, shown: 1), bar: true),
                Table.Column("s", "S", style: .significant(digits: 6, shown: 2)), Table.Column("list", "List"),
                Table.Column("record", "Record"),
            ]),
        rows: HostileTexts.all.enumerated().map { number, text in
            let double = numbers[number % numbers.count]
            return Table.Row(
                [
                    .text(text), .text(text), .integer(integers[number % integers.count]), .number(double),
                    .number(double),
                    .list([.text(text), .text(text)]),
                    .list([.record([Table.Field("k\"\n", .text(text)), Table.Field("n", .number(double))]), .empty]),
                ], depth: number == 0 ? .max : number == 1 ? .min : number)
        } + [Table.Row([]), Table.Row(Array(repeating: .text("too many"), count: 20))],
        notes: HostileTexts.all.map { Phrase(verbatim: $0) })

    private static let integers = [0, -1, Int.max, Int.min]
    private static let numbers: [Double] = [
        .nan, .infinity, -.infinity, -0.0, 0, 0.5, -1e-300, 1e300, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
        123_456_789.123_456, -0.000_4,
    ]
}

/// A table with a name for test reports.
struct TableSample: Sendable, CustomTestStringConvertible {
    let name: String
    let table: Table
    var testDescription: String { name }
}

/// Returns a table as text; for a binary format, the text of all its members.
func written<Format: TableFormat>(
    _ table: Table, as type: Format.Type, _ options: TableOptions = TableOptions()
) throws(Format.Failure) -> String {
    let bytes = try table.written(as: type, options: options)
    return type.isText
        ? String(decoding: bytes, as: UTF8.self) : Unzipped(bytes).members.map(\.text).joined(separator: "\n")
}
