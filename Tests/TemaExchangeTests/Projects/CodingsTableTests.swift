import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaExchange

@Suite("Tables of codings") struct CodingsTableTests {
    private func read(_ text: String, name: String = "codings.csv") throws -> ProjectReading {
        try ProjectReading(name.hasSuffix("csv") ? CodingsCSV.self : CodingsTSV.self, Array(text.utf8), name: name)
    }

    @Test(
        "Columns are recognized by the names that programs use",
        arguments: [
            ("document,code,start,end\nmaria,loss,4,9\n", ["maria | loss | 4-9"]),
            ("Document;Code;Quote\nmaria;loss;\"they; took\"\n", ["maria | loss | [they; took]"]),
            ("Document name\tCode\tSegment\nmaria\tloss\tthey took it\n", ["maria | loss | [they took it]"]),
            (
                "id,document,tag,content\n1,maria,loss,they took it\n1,maria,home,they took it\n",
                ["maria | loss | [they took it]", "maria | home | [they took it]"]
            ),
            ("DOC,CODE_NAME,TEXT,prefix,suffix\nm,a/b,took,they ,it\n", ["m | a/b | they [took]it"]),
            ("document,code,passage\nm,a,3\n", ["m | a | passage 3"]),
            (
                "document,code,start,end,quote,user,date\nm,a,4.0,9.0,took,ana,2026-01-31 12:00:00\n",
                ["m | a | 4-9 [took] | ana | 2026-01-31T12:00:00Z"]
            ),
            ("document,code,passage,start,end,quote\nm,a,3,4,9,\n", ["m | a | 4-9"]),
            ("\u{FEFF}document,code,quote\r\nm,a,\"two\r\nlines\"\r\n\r\n,,\r\n", ["m | a | [two\r\nlines]"]),
            ("document,code,text,quote\nm,a,other,took\n", ["m | a | [took]"]),
        ])
    func columns(text: String, codings: [String]) throws {
        #expect(try read(text).codings == codings)
    }

    @Test("Invalid rows are reported with file and line, and the others are read") func slips() throws {
        let reading = try read(
            """
            document,code,start,end,quote
            m,a,1,2,
            ,a,1,2,
            m,,1,2,
            m,a,2,2,
            m,a,1,,
            m,a,x,2,
            m,a,-1,2,
            m,a,99999999999999999999,2,
            m,a,,,
            m,a
            m,b,,,"two
            lines"
            """)
        #expect(reading.codings == ["m | a | 1-2", "m | b | [two\nlines]"])
        #expect(reading.problems.map(\.line) == [11, 3, 4, 5, 6, 7, 8, 9, 10])
        #expect(reading.problems.allSatisfy { $0.file?.hasSuffix("codings.csv") == true && $0.suggestion != nil })
        #expect(reading.lost == ["9 coding: it is invalid"])
    }

    @Test(
        "A table without the required columns is rejected",
        arguments: [
            "document,quote\nm,took\n", "code,quote\na,took\n", "document,code\nm,a\n",
            "document,code,quote\nm,a,\"took\n",
            "\n", "SQLite format 3\0",
        ])
    func refused(text: String) throws {
        let problem = #expect(throws: Problem.self) { try read(text) }
        #expect(problem?.suggestion != nil && problem?.file != nil, "\(problem?.description ?? "")")
    }

    @Test("Unknown columns and invalid dates are counted") func losses() throws {
        let reading = try read("document,code,quote,weight,score,at\nm,a,took,5,1,yesterday\nm,b,took,,1,\n")
        #expect(
            reading.lost == ["1 at: not a recognized date", "1 column weight: codings have no such field"])
    }

    @Test("At most fifty invalid rows are reported, and all are counted") func many() throws {
        let reading = try read("document,code,quote\n" + String(repeating: "m,,x\n", count: 200))
        #expect(reading.problems.count == 51 && reading.lost == ["200 coding: it is invalid"])
    }

    @Test("A coding with a memo has the same id every time") func memos() throws {
        let text = "document,code,quote,memo\nm,a,took,sad\nm,a,took,sad\nm,b,took,\n"
        let first = try read(text)
        #expect(first.project.memos.map(\.text) == ["sad", "sad"])
        #expect(
            first.project.memos.map(\.target) == first.project.codings.prefix(2).compactMap(\.id).map { .coding($0) })
        #expect(Set(first.project.codings.prefix(2).map(\.id)).count == 2 && first.project.codings[2].id == nil)
        #expect(try read(text).project == first.project)
    }

    @Test("Ids can have hyphens and braces, and a duplicate id is dropped") func ids() throws {
        let id = "{0123ABCD-0123-0123-0123-0123456789AB}"
        let reading = try read("id,document,code,quote\n\(id),m,a,x\n\(id),m,b,x\n7,m,c,x\n")
        #expect(reading.project.codings.map(\.id) == ["0123abcd0123012301230123456789ab", nil, nil])
        #expect(reading.lost == ["1 id: duplicate id; the second coding has a new one"])
    }

    @Test("Backslash escapes are decoded only in TSV that Tema wrote") func tabs() throws {
        let own = try read("document\tcode\tquote\nm\ta\tone\\ttwo\\nthree\\\\n\\x\n", name: "codings.tsv")
        #expect(own.codings == ["m | a | [one\ttwo\nthree\\n\\x]"])
        let other = try read("Document\tcode\tquote\nm\ta\tC:\\new\n", name: "codings.tsv")
        #expect(other.codings == ["m | a | [C:\\new]"])
    }

    @Test(
        "Tables of codings are recognized by the first line",
        arguments: [
            ("document,code,quote\n", true), ("Doc;Tag;Content\n", true), ("document,code\n", false),
            ("a,b,c\n", false), ("", false),
        ])
    func recognised(text: String, isOne: Bool) {
        #expect(CodingsCSV.recognises(Array(text.utf8)[...], of: InputPath("a")) == isOne)
    }
}
