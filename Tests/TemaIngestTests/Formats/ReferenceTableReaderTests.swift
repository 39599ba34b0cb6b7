import TemaFormats
import TemaModel
import Testing

@testable import TemaIngest

@Suite("Tables of references") struct ReferenceTableReaderTests {
    /// The header, a row, and what is read of them.
    private struct Export: Sendable {
        let text: String
        let id: String
        let passages: [String]
        let metadata: [String]
        var ledger: [String] = []
    }

    private static let exports: [String: Export] = [
        "Scopus": Export(
            text: #"""
                \#u{FEFF}"Authors","Author full names","Title","Year","Source title","Volume","Issue","Art. No.","Page start","Page end","Cited by","DOI","Link","Abstract","Author Keywords","Index Keywords","PubMed ID","Language of Original Document","Document Type","EID"
                "Marlina, D.; O'Neill, S.","Marlina, Dewi (5711); O'Neill, Sam (5712)","Hope, ""again""","2014","J Composed","4","2","e12","","","7","10.1000/a","https://example.org/1","They said: a.
                Then b.","hope; flood","Human; Hope","77","English","Article","2-s2.0-1"
                """#, id: "10.1000/a",
            passages: ["title front: Hope, \"again\"", "abstract abstract: They said: a. Then b."],
            metadata: [
                "title: Hope, \"again\"", "authors: Marlina, Dewi; O'Neill, Sam", "year: 2014", "journal: J Composed",
                "volume: 4", "issue: 2", "pages: e12", "doi: 10.1000/a", "pmid: 77", "language: en",
                "keywords: hope; flood", "article_type: Article", "subjects: Human; Hope", "url: https://example.org/1",
            ], ledger: ["Cited by front matter ×1 1"]),
        "Scopus, before 2023": Export(
            text: """
                Authors,Author(s) ID,Title,Year,Source title,Page start,Page end,Abstract,Source,EID
                "Marlina D., O'Neill S.-J.","1;2;",Hope,2014,J,11,19,[No abstract available],Scopus,2-s2.0-1
                """, id: "2-s2.0-1", passages: ["title front: Hope"],
            metadata: [
                "title: Hope", "authors: Marlina, D.; O'Neill, S.-J.", "year: 2014", "journal: J", "pages: 11-19",
            ],
            ledger: [
                "abstract front matter ×1 23", "Author(s) ID front matter ×1 4", "Source front matter ×1 6",
            ]),
        "Web of Science": Export(
            text: """
                Publication Type;Authors;Author Full Names;Group Authors;Article Title;Source Title;Language;Author Keywords;Keywords Plus;Abstract;Start Page;End Page;DOI;Publication Year;UT (Unique WOS ID)
                J;"Marlina, D; King, M";"Marlina, Dewi; King, M";Study Group;Hope;J COMPOSED;Indonesian;hope; ;Some text.;11;19;;2014;WOS:1
                """, id: "WOS:1", passages: ["title front: Hope", "abstract abstract: Some text."],
            metadata: [
                "title: Hope", "authors: Marlina, Dewi; King, M; Study Group", "year: 2014", "journal: J COMPOSED",
                "pages: 11-19", "language: id", "keywords: hope",
            ], ledger: ["Publication Type front matter ×1 1"]),
        "Web of Science, tabs": Export(
            text: """
                PT\tAU\tAF\tTI\tSO\tAB\tBP\tEP\tDI\tPY\tUT\t
                J\tMarlina, D; King, M\tMarlina, Dewi; King, M\t"Hope" after "all, so" it" goes\tJ\tText.\t11\t19\t10.1/a\t2014\tWOS:1\t
                """, id: "10.1/a",
            passages: ["title front: \"Hope\" after \"all, so\" it\" goes", "abstract abstract: Text."],
            metadata: [
                "title: \"Hope\" after \"all, so\" it\" goes", "authors: Marlina, Dewi; King, M", "year: 2014",
                "journal: J",
                "pages: 11-19", "doi: 10.1/a", "article_type: J",
            ]),
        "Web of Science, tabs of a spreadsheet": Export(
            text: "PT\tAU\tTI\tSO\tPY\nJ\t\"Marlina, D\"\t\"Hope, \"\"again\"\"\"\tJ\t2014\n", id: "file#1",
            passages: ["title front: Hope, \"again\""],
            metadata: [
                "title: Hope, \"again\"", "authors: Marlina, D", "year: 2014", "journal: J", "article_type: J",
            ]),
        "PubMed": Export(
            text: """
                PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI
                77,Hope after.,"Marlina D, O'Neill SJ, Study Group.","J Composed. 2014 Mar 1;4(2):11-9. doi: 10.1/a.",Marlina D,J Composed,2014,2014/03/01,PMC55,,10.1/a
                """, id: "PMC55", passages: ["title front: Hope after."],
            metadata: [
                "title: Hope after.", "authors: Marlina, D; O'Neill, SJ; Study Group", "year: 2014",
                "journal: J Composed",
                "volume: 4", "issue: 2", "pages: 11-9", "doi: 10.1/a", "pmid: 77", "pmcid: PMC55",
            ], ledger: ["First Author front matter ×1 9", "Create Date front matter ×1 10"]),
        "Embase": Export(
            text: """
                "TITLE","AUTHOR NAMES","SOURCE","PUBLICATION YEAR","ABSTRACT","EMTREE MEDICAL INDEX TERMS","ARTICLE LANGUAGE","PUI"
                "Hope","Marlina D., King M.","J Composed (2014) 4:2 (11-19). Date of Publication: 1 Mar 2014","2014","Text.","hope, human","English","L600"
                """, id: "L600", passages: ["title front: Hope", "abstract abstract: Text."],
            metadata: [
                "title: Hope", "authors: Marlina, D.; King, M.", "year: 2014", "journal: J Composed", "volume: 4",
                "issue: 2", "pages: 11-19", "language: en", "subjects: hope; human",
            ]),
        "Embase, a field on each line": Export(
            text: """
                "TITLE","Hope"
                "AUTHOR NAMES","Marlina D.","King M."
                "ABSTRACT","Text, with ""quotes""."
                "SOURCE TITLE","J Composed"
                "PUBLICATION YEAR","2014"
                "COPYRIGHT","X"
                "DOI","10.1/a"
                """, id: "10.1/a", passages: ["title front: Hope", "abstract abstract: Text, with \"quotes\"."],
            metadata: [
                "title: Hope", "authors: Marlina, D.; King, M.", "year: 2014", "journal: J Composed", "doi: 10.1/a",
            ], ledger: ["COPYRIGHT front matter ×1 1"]),
        "Dimensions": Export(
            text: """
                "About the data: Exported on Jan 05, 2024; Criteria: 'hope'; 'flood'; see more"
                Rank,Publication ID,DOI,PMID,PMCID,Title,Abstract,Source title,PubYear,Volume,Pagination,Publication Type,Authors,Dimensions URL
                1,pub.1,10.1/a,77,,Hope,Text.,J Composed,2014,4,11-19,Article,"Marlina, Dewi; King, M",https://example.org
                """, id: "10.1/a", passages: ["title front: Hope", "abstract abstract: Text."],
            metadata: [
                "title: Hope", "authors: Marlina, Dewi; King, M", "year: 2014", "journal: J Composed", "volume: 4",
                "pages: 11-19", "doi: 10.1/a", "pmid: 77", "article_type: Article", "url: https://example.org",
            ], ledger: ["Rank front matter ×1 1"]),
        "Publish or Perish": Export(
            text: """
                Cites,Authors,Title,Year,Source,Publisher,ArticleURL,CitesURL,GSRank,StartPage,EndPage,Abstract
                3,"D Marlina, S.J. O'Neill, Study Group, …",Hope,2014,J Composed,P,https://example.org,,1,11,19,Some …
                """, id: "file#1", passages: ["title front: Hope", "abstract abstract: Some …"],
            metadata: [
                "title: Hope", "authors: Marlina, D; O'Neill, S.J.; Study Group", "year: 2014", "journal: J Composed",
                "pages: 11-19", "url: https://example.org", "publisher: P",
            ],
            ledger: ["Cites front matter ×1 1", "GSRank front matter ×1 1"]),
    ]

    @Test(
        "Each row of a known export is a document with title, abstract and metadata", arguments: exports.keys.sorted())
    func known(_ name: String) throws {
        let export = try #require(Self.exports[name])
        for text in [export.text, export.text.replacing("\n", with: "\r\n") + "\r\n"] {
            #expect(ReferenceTableReader.recognises(InputBeginning(Array(text.utf8))))
            let reading = try Reading(text, ReferenceTableReader.self)
            #expect(reading.documents.map(\.id) == [export.id] && reading.problems.isEmpty, "\(reading.problems)")
            #expect(reading.passages == export.passages)
            #expect(reading.metadata == export.metadata)
            #expect(reading.ledger == export.ledger)
        }
    }

    @Test("UTF-16 and a line with the separator are accepted")
    func unicode() throws {
        let text = "\u{FEFF}sep=;\nTitle;Source title;Year\nTrés;J;2014\n"
        let bytes = Array(text.utf16).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let reading = try Reading(bytes, ReferenceTableReader.self)
        #expect(reading.passages == ["title front: Trés"] && reading.problems.isEmpty)
        #expect(ReferenceTableReader.recognises(InputBeginning(bytes)))
    }

    @Test("Embase's records end at an empty line and at a field that they have")
    func records() throws {
        let text =
            "\"TITLE\",\"A\"\n\"AUTHOR NAMES\",\"B C.\"\n\"TITLE\",\"D\"\n\n\"ABSTRACT\",\"E\"\n\n\"TITLE\",\"F\"\n"
        #expect(
            try Reading(text, ReferenceTableReader.self).documents.map(\.text.string) == ["A", "D", "E", "F"])
    }

    private static let damaged: [(String, [String], String)] = [
        ("A,J,2014\nB,J,2014,more\nC,J,2014,,\n", ["A", "C"], "3: error: this row has 4 fields, but the header has 3"),
        ("A,J\nB,J,2014\n,,\n\n", ["A", "B"], "2: warning: this row, and perhaps others, has fewer fields"),
        (",J,2014\nB,J,2014\n", ["B"], "2: error: this reference has neither a title nor an abstract"),
    ]

    @Test("Damaged rows are reported with their lines, and the others are read", arguments: damaged)
    func bad(rows: String, texts: [String], problem: String) throws {
        let reading = try Reading("Title,Source title,Year\n" + rows, ReferenceTableReader.self)
        #expect(reading.documents.map(\.text.string) == texts)
        #expect(reading.problems.count == 1 && reading.problems[0].hasPrefix(problem), "\(reading.problems)")
    }

    @Test("The rows before a quote that is not closed are read")
    func cut() throws {
        var ids: [String] = []
        let source = ByteSource.bytes(Array("Title,Source title,Year\nA,J,1\n\"B,J,2\n".utf8), name: "a.csv")
        let problem = #expect(throws: Problem.self) {
            try ReferenceTableReader.read(
                source, encoding: nil, into: DocumentSink(deliver: { ids.append($0.id) }, report: { _ in }))
        }
        #expect(ids == ["a#1"] && problem?.line == 3)
    }

    @Test(
        "Other tables and texts are refused, and their columns are named",
        arguments: [
            ("id,age,village\n1,30,north\n", "id, age, village"), ("title;year\nA;2014\n", "title, year"),
            ("TITLE,\"A\"\nAbstract,\"B\"\n", "TITLE, A"), ("Title, source title\n", "Title,  source title"),
            ("I was there, and so was Ben.\n", "I was there,  and so was Ben."),
        ])
    func other(text: String, columns: String) {
        #expect(!ReferenceTableReader.recognises(InputBeginning(Array(text.utf8))))
        let problem = #expect(throws: Problem.self) { try Reading(text, ReferenceTableReader.self) }
        #expect(problem?.message.hasSuffix("its columns are \(columns)") == true, "\(problem?.message ?? "")")
        #expect(problem?.suggestion?.contains("Scopus, Web of Science") == true)
    }

    private static let names: [(String, [String])] = [
        ("Ayu B., Candra D.-E.", ["Ayu, B.", "Candra, D.-E."]), ("Ayu, B.", ["Ayu, B."]),
        ("Ayu, B., Candra, D. E.", ["Ayu, B.", "Candra, D. E."]), ("Ayu, B.; Candra D", ["Ayu, B.", "Candra, D"]),
        ("Ayu B, World Group", ["Ayu, B", "World Group"]), ("", []),
    ]

    @Test("Abbreviated authors are split", arguments: names)
    func authors(text: String, expected: [String]) {
        #expect(AuthorNames.abbreviated(text) == expected)
    }
}
