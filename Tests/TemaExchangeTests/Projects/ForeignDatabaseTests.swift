import Foundation
import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaExchange
@testable import TemaIngest

@Suite("Other programs' databases") struct ForeignDatabaseTests {
    private func rows(
        _ scratch: TemporaryFolder, _ table: String = "t", _ needed: [String] = ["a"], _ others: [String] = []
    )
        throws -> [[ForeignCell]]
    {
        let database = try ForeignDatabase(scratch.file("x.db"))
        var rows: [[ForeignCell]] = []
        try database.rows(of: table, needed: needed, others: others) { rows.append($0) }
        return rows
    }

    @Test("Cells of any type are read, and texts with all bytes") func cells() throws {
        let scratch = TemporaryFolder()
        try scratch.database(
            "x.db",
            """
            CREATE TABLE t (a TEXT, b INTEGER);
            INSERT INTO t VALUES ('é😀', 9223372036854775807), (NULL, 'x'), (7, 1.5), (X'C3A9', 2.0), ('a' || char(0) || 'b', ''),
                (CAST(X'61FF' AS TEXT), X'00');
            """)
        #expect(
            try rows(scratch, "t", ["a", "b"], ["c"]) == [
                [.text("é😀"), .integer(.max), .nothing], [.nothing, .text("x"), .nothing],
                [.text("7"), .text("1.5"), .nothing],
                [.text("é"), .integer(2), .nothing], [.text("a\u{FFFD}b"), .text(""), .nothing],
                [.text("a\u{FFFD}"), .text("\u{FFFD}"), .nothing],
            ])
    }

    @Test(
        "Views, virtual tables and generated columns are not read",
        arguments: [
            "CREATE VIEW t AS SELECT 1 AS a;", "CREATE VIRTUAL TABLE t USING fts5(a);",
            "CREATE TABLE t (x, a AS (x || 'y') STORED); INSERT INTO t (x) VALUES (1);", "CREATE TABLE other (a);",
            "CREATE TABLE x (a); CREATE INDEX t ON x (a);",
        ])
    func traps(sql: String) throws {
        let scratch = TemporaryFolder()
        try scratch.database("x.db", sql)
        let found = try? rows(scratch)
        #expect(found == nil || found == [])
    }

    @Test("A file that is not a database, is encrypted or is truncated is rejected") func refused() throws {
        let scratch = TemporaryFolder()
        try scratch.database("x.db", "CREATE TABLE t (a); INSERT INTO t VALUES (randomblob(9000));")
        let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: scratch.file("x.db").display)))
        var encrypted = whole
        for at in encrypted.indices { encrypted[at] = encrypted[at] &* 31 &+ 7 }
        for bytes in [[], Array("hello".utf8), Array(whole.prefix(100)), encrypted, Array(repeating: 0, count: 4096)] {
            try scratch.write("x.db", bytes)
            let problem = #expect(throws: Problem.self) { try rows(scratch) }
            #expect(problem?.suggestion != nil && problem?.file?.hasSuffix("x.db") == true)
        }
        try scratch.write("x.db", Array(whole.prefix(whole.count / 2)))
        #expect(throws: Problem.self) { try rows(scratch) }
    }

    @Test("A database that is open in a program is rejected and not changed", arguments: ["-wal", "-journal"])
    func open(
        ending: String
    ) throws {
        let scratch = TemporaryFolder()
        try scratch.database("x.db", "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1);")
        try scratch.write("x.db\(ending)", [])
        #expect(try rows(scratch) == [[.integer(1)]])
        try scratch.write("x.db\(ending)", [1])
        let problem = #expect(throws: Problem.self) { try rows(scratch) }
        #expect(problem?.suggestion?.contains("close") == true)
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
        #expect(Set(left) == ["x.db", "x.db\(ending)"])
    }

    @Test("A damaged database is rejected, or read as valid codings", arguments: 1...3) func fuzz(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let scratch = TemporaryFolder()
        try scratch.database("t.sqlite3", ForeignProjects.taguette)
        try scratch.database("q.qda", ForeignProjects.qualCoder)
        for (name, format) in [("t.sqlite3", Taguette.self as any ProjectFormat.Type), ("q.qda", QualCoder.self)] {
            let whole = try scratch.bytes(name)
            var law = ProjectDamageCheck()
            for round in 0..<120 {
                try scratch.write(name, whole.damaged(using: &random))
                try law.expect(format, scratch.file(name), "\(name), seed \(seed), round \(round)")
            }
            #expect(law.read > 0 && law.refused > 0, "seed \(seed): \(law)")
        }
    }
}
