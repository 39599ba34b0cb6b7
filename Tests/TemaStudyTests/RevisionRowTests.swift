import GRDB
import TemaModel
import Testing

@testable import TemaStudy

@Suite("A revision's row") struct RevisionRowTests {
    /// A document with all kinds, types and reasons, and all metadata.
    private static let full: Document = {
        var document = Composed.document("full", PassageKind.allCases.map(\.rawValue))
        document.parent = "whole"
        document.languages = ["en", "id"]
        document.sections = [Section(heading: "a/b"), Section(heading: "", parent: 0)]
        for (at, kind) in PassageKind.allCases.enumerated() {
            document.passages[at].kind = kind
            document.passages[at].sectionType = SectionType.allCases[at % SectionType.allCases.count]
            document.passages[at].section = at % 3 == 0 ? nil : at % 2
            document.passages[at].language = at % 2
        }
        for reason in Ledger.Reason.allCases { document.ledger.add("x\n", reason, characters: 3) }
        var data = Metadata()
        (data.title, data.authors, data.year) = ("T", ["A, B", "C"], 2020)
        (data.journal, data.volume, data.issue, data.pages) = ("J", "1", "2", "3-4")
        (data.doi, data.pmid, data.pmcid, data.publisherID) = ("10.1/x", "5", "PMC6", "p")
        (data.language, data.keywords, data.articleType) = ("en", ["k"], "review")
        (data.subjects, data.licence) = (["s"], "CC0")
        data.variables = [Metadata.Variable(name: "country", values: ["ID", "MY"])]
        document.metadata = data
        return document
    }()

    /// The JSON that the program wrote before rows had types of their own.
    private static let json = #"""
        {"languages":["en","id"],"ledger":{"entries":[\#
        {"characters":3,"count":1,"element":"x\n","reason":"front matter"},\#
        {"characters":3,"count":1,"element":"x\n","reason":"not text"},\#
        {"characters":3,"count":1,"element":"x\n","reason":"alternative"},\#
        {"characters":3,"count":1,"element":"x\n","reason":"note mark"},\#
        {"characters":3,"count":1,"element":"x\n","reason":"unknown entity"},\#
        {"characters":3,"count":1,"element":"x\n","reason":"misplaced text"}]},\#
        "metadata":{"articleType":"review","authors":["A, B","C"],"doi":"10.1\/x","issue":"2","journal":"J",\#
        "keywords":["k"],"language":"en","licence":"CC0","pages":"3-4","pmcid":"PMC6","pmid":"5","publisherID":"p",\#
        "subjects":["s"],"title":"T","variables":[{"name":"country","values":["ID","MY"]}],"volume":"1","year":2020},\#
        "sections":[{"heading":"a\/b"},{"heading":"","parent":0}]}
        """#

    @Test("has the same bytes as in older versions, and reads back as the document")
    func same() throws {
        let place = Place()
        let study = try Composed.study(at: place, [Self.full])
        let structure = try study.read { try String.fetchOne($0, sql: "SELECT structure FROM revisions") }
        #expect(structure == Self.json)
        #expect(try study.document("full") == Self.full)
    }

    /// Changes the rows of the only document, and stores the hash of the new ones.
    private func rewrite(_ study: Study, _ change: (inout RevisionRow) -> Void) throws {
        try study.write { db in
            let old = try RevisionRow(db, 1)
            var row = old
            change(&row)
            let hash = RevisionRow.structureHash(
                row.source, row.parent, structure: row.structure, passages: row.passages)
            #expect(hash != old.structureHash)
            try db.execute(
                sql: "UPDATE revisions SET structure = ?, structure_hash = ?", arguments: [row.structure, hash])
            for (number, passage) in row.passages.enumerated() {
                try db.execute(
                    sql: "UPDATE passages SET kind = ?, section_type = ? WHERE number = ?",
                    arguments: [passage.kind, passage.sectionType, number])
            }
        }
    }

    @Test(
        "is valid if other bytes represent the same document",
        arguments: [("10.1\\/x", "10.1/x"), ("{\"languages\"", " { \"languages\""), ("\"T\"", "\"\\u0054\"")])
    func neutral(old: String, new: String) throws {
        let (place, other) = (Place(), Place())
        let study = try Composed.study(at: place, [Self.full])
        try rewrite(study) { $0.structure = $0.structure.replacing(old, with: new) }
        #expect(try study.verify().problems.isEmpty)
        #expect(try study.document("full") == Self.full)
        let again = try study.importDocuments(by: "ana") { take in try take(Self.full) }
        #expect(again.unchanged == 1)
        // A merge copies the bytes, and a second merge recognises the document.
        let copy = try Study.create(at: other.path)
        #expect(try copy.merge(study, by: "ana").documents == 1)
        #expect(try copy.merge(study, by: "ana").isNothing)
        let bytes: [String?] = try [study, copy].map { study in
            try study.read { try String.fetchOne($0, sql: "SELECT structure FROM revisions") }
        }
        #expect(bytes[0] == bytes[1])
    }

    @Test(
        "is refused with a clear message if it has unknown fields",
        arguments: [
            ("\"year\":2020", "\"year\":2020,\"orcid\":\"0\"", "the field “orcid”"),
            ("not text", "no text", "the ledger's reason “no text”"),
            ("\"parent\":0", "\"parent\":0,\"level\":1", "the field “level”"),
        ])
    func unknown(old: String, new: String, message: String) throws {
        let place = Place()
        let study = try Composed.study(at: place, [Self.full])
        try rewrite(study) { $0.structure = $0.structure.replacing(old, with: new) }
        let problem = #expect(throws: Problem.self) { try study.document("full") }
        #expect(problem?.message.contains(message) == true, "\(String(describing: problem))")
        #expect(problem?.suggestion == "install the newest version of Tema")
        #expect(try study.verify().problems.count == 1)
    }

    @Test(
        "is refused with a clear message if it has unknown words",
        arguments: [
            (\RevisionRow.PassageRow.kind, "the kind of passage “verse”"),
            (\.sectionType, "the type of section “verse”"),
        ])
    func words(column: any WritableKeyPath<RevisionRow.PassageRow, String> & Sendable, message: String) throws {
        let place = Place()
        let study = try Composed.study(at: place, [Self.full])
        try rewrite(study) { $0.passages[1][keyPath: column] = "verse" }
        let problem = #expect(throws: Problem.self) { try study.document("full") }
        #expect(problem?.message.contains(message) == true, "\(String(describing: problem))")
    }

    @Test("is refused with a clear message if a coding or memo has unknown words")
    func records() throws {
        let place = Place()
        let study = try Composed.study(at: place)
        _ = try study.tag("lake", .passage(0), code: "water", by: "ana", memo: "cold")
        try study.write { db in
            for (table, column) in [(VersionedTable.codings, "state"), (.memos, "target")] {
                let row = try #require(try Row.fetchOne(db, sql: "SELECT \(table.list) FROM \(table.name)"))
                var values = Array(row.databaseValues.dropLast())
                values[try #require(table.columns.firstIndex(of: column))] = "moot".databaseValue
                try table.put(db, values, since: 9)
            }
        }
        #expect(throws: Problem.unknown("the state “moot”", in: "the coding \(try key(study, "codings"))")) {
            try study.codings()
        }
        #expect(throws: Problem.unknown("the target “moot”", in: "the memo \(try key(study, "memos"))")) {
            try study.memos()
        }
    }

    private func key(_ study: Study, _ table: String) throws -> String {
        try study.read { try String.fetchOne($0, sql: "SELECT key FROM \(table)") ?? "" }
    }
}
