import TestSupport
import Testing

@testable import TemaFormats

@Suite("Delimited lines") struct DelimitedWriterTests {
    @Test(
        "quote a field only if it has the separator, a quote or a line break",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("a;b", "a;b"), ("say \"no\"", "\"say \"\"no\"\"\""),
            ("one\ntwo", "\"one\ntwo\""), ("one\rtwo", "\"one\rtwo\""), ("", ""),
        ])
    func quoting(text: String, field: String) {
        #expect(DelimitedWriter(separator: ",").field(text) == field)
    }

    @Test("write one empty field so that the line is a record")
    func emptyField() {
        let writer = DelimitedWriter(separator: ",")
        #expect([writer.line([""]), writer.line(["", ""]), writer.line(["a", "b"])] == ["\"\"\n", ",\n", "a,b\n"])
    }

    @Test("defuse formulas, unless raw cells are asked for")
    func formulas() {
        #expect(DelimitedWriter(separator: ",").field("=1+1") == "'=1+1")
        #expect(DelimitedWriter(separator: ",", raw: true).field("=1+1") == "=1+1")
    }

    @Test("read back as the fields that were written", arguments: [",", ";", "\t"] as [Unicode.Scalar])
    func roundTrip(separator: Unicode.Scalar) throws {
        let writer = DelimitedWriter(separator: separator, raw: true)
        let texts = HostileTexts.all.filter { !$0.isEmpty }
        let lines = texts.map { writer.line([writer.field("first"), writer.field($0)]) }
        let table = try DelimitedText("a\(separator)b\n" + lines.joined())
        let read = table.rows.map { $0.fields[1] }
        #expect(read.count == texts.count)
        for (text, cell) in zip(texts, read) {
            #expect(Array(cell.unicodeScalars) == Array(text.unicodeScalars))
        }
    }
}
