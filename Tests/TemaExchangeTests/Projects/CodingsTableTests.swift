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

    @Test(
        "Exports of other programs are read by their columns, and positions that are no offsets are not used",
        arguments: [
            (
                "Document group;Document name;Code;Beginning;End;Weight score;Segment;Author;Comment\nG;maria;Care > Mother;3;9;0;at home;Ann;\n",
                ["maria | Care > Mother | [at home] | Ann"],
                [
                    "1 column Document group: codings have no such field",
                    "1 column Beginning: it counts paragraphs, not characters",
                    "1 column End: it counts paragraphs, not characters",
                    "1 column Weight score: codings have no such field",
                ]
            ),
            (
                "Dokumentname\tCode\tAnfang\tEnde\tSegment\tAutor\nmaria\tSorge\t1\t2\tzu Hause\tUwe\n",
                ["maria | Sorge | [zu Hause] | Uwe"],
                [
                    "1 column Anfang: it counts paragraphs, not characters",
                    "1 column Ende: it counts paragraphs, not characters",
                ]
            ),
            (
                "Category,File,Coder,Coded,Id,Codename,Coded_Memo\nFeelings,maria.txt,Ingrid,at home,ctid:1,Care,\n",
                ["maria.txt | Care | [at home] | Ingrid"], ["1 column Category: codings have no such field"]
            ),
            (
                "ID,Document,Quotation Name,Quotation Content,Codes,Created by,Created,Start,End\n1:1,maria,x,at home,\"Care\nHope, too\",Bo,2026-01-31,1,1\n1:2,maria,,by the sea,,Bo,,2,2\n1:3,maria,,at night,Care;Hope,Bo,,2,2\n",
                [
                    "maria | Care | [at home] | Bo | 2026-01-31T00:00:00Z",
                    "maria | Hope, too | [at home] | Bo | 2026-01-31T00:00:00Z",
                    "maria | Care | [at night] | Bo", "maria | Hope | [at night] | Bo",
                ],
                [
                    "1 segment: it has no code", "1 column Quotation Name: codings have no such field",
                    "3 column Start: it counts paragraphs, not characters",
                    "3 column End: it counts paragraphs, not characters",
                ]
            ),
            (
                "Media Title,Excerpt Range,Excerpt Creator,Excerpt Copy,Codes Applied Combined,Code: Care\\Mother Applied,Code: Hope Applied,Code: Hope Weight\nmaria,4-11,Di,at home,\"Mother, Hope\",True,True,2\nmaria,x,Di,by the sea,Hope,False,True,\n",
                [
                    "maria | Care\\Mother | 4-11 [at home] | Di", "maria | Hope | 4-11 [at home] | Di",
                    "maria | Hope | [by the sea] | Di",
                ], ["1 column Code: Hope Weight: codings have no such field"]
            ),
            (
                "Media Title,Excerpt Copy,Codes Applied Combined\nmaria,at home,\"Care, Hope\"\n",
                ["maria | Care | [at home]", "maria | Hope | [at home]"], []
            ),
            (
                "document,code,quote,end\nm,a,x,3\n", ["m | a | [x]"],
                ["1 column end: there is no column for the other offset"]
            ),
        ] as [(String, [String], [String])])
    func programs(text: String, codings: [String], lost: [String]) throws {
        let reading = try read(text)
        #expect(reading.codings == codings)
        #expect(reading.lost == lost)
    }

    @Test("A spreadsheet is read like delimited text, with its rows as lines") func spreadsheet() throws {
        let sheet = ComposedSheet.file([
            ("Codings", [["Document name", "Code", "Segment"], ["maria", "Care", "at\nhome"], ["maria", "", "x"]]),
            ("More", [["x"]]),
        ])
        let reading = try ProjectReading(CodingsCSV.self, sheet, name: "a.xlsx")
        #expect(reading.codings == ["maria | Care | [at\nhome]"] && reading.problems.map(\.line) == [3])
        #expect(reading.lost == ["1 sheet More: only the first sheet with cells is read", "1 coding: it is invalid"])
        let problem = #expect(throws: Problem.self) {
            try ProjectReading(
                CodingsCSV.self, ComposedSheet.file([("A", [["id", "age"], ["m", "4"]])]), name: "a.xlsx")
        }
        #expect(problem?.suggestion?.contains("its columns are id, age") == true)
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
            ("a,b,c\n", false), ("", false), ("file,code category,created by,text,start,end\n", true),
            ("File,Coder,Coded,Id,Codename,Coded_Memo\n", true), ("source,author,date,content\n", false),
            ("document,country,age\n", false), ("Media Title,Excerpt Copy,Code: Care Applied\n", true),
        ])
    func recognised(text: String, isOne: Bool) {
        #expect(CodingsCSV.recognises(Array(text.utf8)[...], of: InputPath("a")) == isOne)
    }
}
