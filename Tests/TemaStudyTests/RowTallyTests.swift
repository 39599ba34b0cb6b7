import GRDB
import TemaModel
import TestSupport
import Testing

@testable import TemaStudy

@Suite("Tallies") struct RowTallyTests {
    private func study(at place: Place) throws -> Study {
        let study = try Composed.study(at: place)
        for passage in 0..<3 { _ = try study.tag("lake", .passage(passage), code: "water", by: "ana") }
        _ = try study.note("Cold.", on: .document, subject: "lake", by: "ana")
        _ = try study.mark(["lake"], done: true, by: "ana")
        return study
    }

    @Test("agree with the rows after any actions", arguments: 1...8 as ClosedRange<UInt64>)
    func law(seed: UInt64) throws {
        let place = Place()
        let study = try study(at: place)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<30 {
            let ids = try study.codings().map(\.id)
            switch Int.random(in: 0..<7, using: &random) {
            case 0: _ = try? study.undo(Int.random(in: 1...2, using: &random), by: "ben")
            case 1: _ = try? study.redo(1, by: "ben")
            case 2: _ = try study.purge(by: "ana", alsoBackups: true)
            case 3: if let id = ids.randomElement(using: &random) { _ = try study.untag([id], by: "ana") }
            case 4: _ = try study.mark(["lake"], done: Bool.random(using: &random), by: "ben")
            default:
                let start = Int.random(in: 0..<80, using: &random)
                _ = try? study.tag("lake", .span(start..<(start + 5)), code: "water", by: "ana", memo: "Why?")
            }
            #expect(try study.verify().problems.map(\.message) == [], "seed \(seed)")
        }
    }

    @Test(
        "show that another program removed, ended or added rows",
        arguments: [
            "DELETE FROM codings WHERE rowid = 2", "DELETE FROM memos", "UPDATE codings SET until = 4 WHERE rowid = 1",
            "UPDATE codings SET until = 99 WHERE rowid = 1", "UPDATE done SET until = since", "DELETE FROM documents",
            "INSERT INTO done SELECT key, document, coder, at, checksum, 3, 4 FROM done",
            "DELETE FROM counters WHERE name = 'codings'", "DELETE FROM tallies WHERE action = 3",
        ])
    func foreign(sql: String) throws {
        let place = Place()
        let study = try study(at: place)
        try study.write { try $0.execute(sql: sql) }
        #expect(try study.verify().problems.contains { $0.message.hasPrefix("changed by another program") })
        // The study can still be backed up, and a purge accepts the change.
        #expect(try !study.backUp().isEmpty)
        _ = try study.purge(by: "ana", alsoBackups: true)
        #expect(try study.verify().problems.isEmpty)
    }

    @Test("begin with the first action in a study of an older version")
    func migrated() throws {
        let place = Place()
        let old = try Study.create(at: place.path, Schema(steps: Array(SchemaVersions.all.prefix(2))))
        try old.write { db in
            _ = try RevisionRow(Composed.lake).insert(db)
            try VersionedTable.documents.put(db, values("lake", 1), since: 1)
            try db.execute(
                sql: "INSERT INTO actions (\(Action.columns)) VALUES (1, '', 'ana', 'import', '', NULL, ?)",
                arguments: [Checksum.of(values(1, "", "ana", "import", "", nil as Int?))])
        }
        let study = try Study(place.path, for: .writing)
        #expect(try study.verify().problems.isEmpty)
        _ = try study.tag("lake", .passage(0), code: "water", by: "ana")
        #expect(try study.verify().problems.isEmpty)
        try study.write { try $0.execute(sql: "DELETE FROM documents") }
        #expect(try study.verify().problems.contains { $0.message.hasPrefix("changed by another program: documents") })
    }
}
