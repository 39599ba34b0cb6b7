import TemaModel
import Testing

@testable import TemaTables

@Suite("TSV tables")
struct TSVTableTests {
    @Test("have the columns and digits for programs")
    func whole() {
        #expect(
            written(TableSamples.frequencies, as: TSVTable.self)
                == "code\tpassages\tshare\tp\nhope\t40\t12.345000\t0.5\nhope/live\t13\t4.000000\t1.23457e-10\nhope/faith\t0\t\t\n"
        )
    }

    @Test(
        "escape characters that would separate cells or lines",
        arguments: [
            ("a\tb", "a\\tb"), ("a\nb", "a\\nb"), ("a\r\nb", "a\\r\\nb"), ("a\\nb", "a\\\\nb"), ("\t=1", "'\\t=1"),
            ("say \"no\"", "\"say \"\"no\"\"\""), ("a,b", "a,b"),
        ])
    func escapes(text: String, field: String) {
        #expect(written(TableSamples.texts([text]), as: TSVTable.self) == "a\n\(field)\n")
    }

    @Test("have one line per record and one field per column, for any content")
    func lines() {
        let lines = written(TableSamples.hostile, as: TSVTable.self).utf8.split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == TableSamples.hostile.rows.count + 1)
        #expect(lines.allSatisfy { $0.count { $0 == UInt8(ascii: "\t") } == 6 && !$0.contains(UInt8(ascii: "\r")) })
    }
}
