import TemaModel
import TestSupport
import Testing

@testable import TemaTables

@Suite("CSV tables")
struct CSVTableTests {
    @Test("have the columns and digits for programs")
    func whole() {
        #expect(
            written(TableSamples.frequencies, as: CSVTable.self) == """
                code,passages,share,p
                hope,40,12.345000,0.5
                hope/live,13,4.000000,1.23457e-10
                hope/faith,0,,

                """)
    }

    @Test(
        "quote fields as RFC 4180 requires",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("a\nb", "\"a\nb\""),
            ("a\r\nb", "\"a\r\nb\""), (" a ", " a "), ("", "\"\""), ("a;b\tc", "a;b\tc"),
        ])
    func quoting(text: String, field: String) {
        #expect(written(TableSamples.texts([text]), as: CSVTable.self) == "a\n\(field)\n")
    }

    @Test("preserve every cell when read as RFC 4180", arguments: [false, true])
    func readBack(raw: Bool) {
        let layout = TableSamples.hostile.layout
        let records = parsed(written(TableSamples.hostile, as: CSVTable.self, TableOptions(raw: raw)))
        #expect(records.count == TableSamples.hostile.rows.count + 1)
        #expect(records.allSatisfy { $0.count == layout.columns.count })
        for (text, record) in zip(HostileTexts.all, records.dropFirst()) {
            for field in record.prefix(2) {
                #expect(Array((raw ? field : undefused(field)).unicodeScalars) == Array(text.unicodeScalars))
            }
        }
    }

    /// Removes one `'` before a formula, as an import does.
    private func undefused(_ field: String) -> String {
        guard field.unicodeScalars.first == "'" else { return field }
        let rest = String(field.unicodeScalars.dropFirst())
        let sign = rest.unicodeScalars.first { !"'\" \n\u{FEFF}".unicodeScalars.contains($0) }
        return sign.map { "=+-@＝\t\r\0".unicodeScalars.contains($0) } == true ? rest : field
    }

    /// Parses RFC 4180 records with LF line ends.
    private func parsed(_ text: String) -> [[String]] {
        var records: [[String]] = [[]]
        var field = String.UnicodeScalarView()
        var isQuoted = false
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        while let scalar = next {
            next = scalars.next()
            if isQuoted, scalar == "\"", next == "\"" {
                field.append(scalar)
                next = scalars.next()
            } else if scalar == "\"", isQuoted || field.isEmpty {
                isQuoted.toggle()
            } else if !isQuoted, scalar == "," || scalar == "\n" {
                records[records.count - 1].append(String(field))
                field = String.UnicodeScalarView()
                if scalar == "\n" { records.append([]) }
            } else {
                field.append(scalar)
            }
        }
        return records.dropLast()
    }
}

@Suite("Delimited lines")
struct DelimitedLinesTests {
    @Test(
        "defuse cells that a spreadsheet would interpret as formulas",
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

    @Test("do not change other text", arguments: ["a=1", "1-2", "'tis", "(=1)", "–1", "'", "e-mail@x"])
    func harmless(text: String) {
        #expect(written(TableSamples.texts([text]), as: CSVTable.self) == "a\n\(text)\n")
    }

    @Test("defuse column names and lists, but not numbers")
    func others() {
        let layout = Table.Layout(
            title: "",
            columns: [
                Table.Column("=n", "", style: .integer), Table.Column("d", "", style: .decimal(places: 1, shown: 1)),
                Table.Column("l", ""),
            ])
        let row = Table.Row([.integer(-1), .number(-0.5), .list([.text("=a"), .text("b")])])
        #expect(written(Table(layout, rows: [row]), as: CSVTable.self) == "'=n,d,l\n-1,-0.5,'=a; b\n")
    }
}
