internal import GRDB
import TemaModel

/// The result of verifying a study.
public struct Verification: Sendable {
    /// The number of documents.
    public var documents = 0
    /// The number of hand codings.
    public var codings = 0
    /// The number of memos.
    public var memos = 0
    /// The number of codings that need review or are orphaned.
    public var unsure = 0
    /// The problems found. Those that do not damage the study, such as rows that another program removed, are warnings.
    public var problems: [Problem] = []

    /// The first problem that is an error.
    var error: Problem? { problems.first { $0.severity == .error } }
}

extension Study {
    /// Verifies the complete file: SQLite's integrity check, the hash of every text, including old ones, the checksum
    /// of every row, the words of every coding, and the number of rows that each action added and ended.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read at all. Problems found are returned, not thrown.
    public func verify() throws(Problem) -> Verification {
        try read { db in
            var found = Verification()
            for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where line != "ok" {
                found.problems.append(
                    Problem("SQLite: \(line)", suggestion: "restore the study from a backup", file: path))
            }
            var texts: [String: [UInt8]] = [:]
            for number in try Int64.fetchAll(db, sql: "SELECT number FROM revisions ORDER BY number") {
                try note(&found) {
                    let revision = try Revision(db, number)
                    texts[revision.document.id + "\n" + revision.hash] = revision.document.text.utf8
                }
            }
            found.documents = try Self.documentIDs(db).count
            let textless = try String.fetchAll(
                db,
                sql: """
                    SELECT key FROM documents d WHERE until IS NULL
                    AND NOT EXISTS (SELECT 1 FROM revisions WHERE number = d.revision AND document = d.key)
                    """)
            for id in textless {
                found.problems.append(
                    Problem("the text of \(id) is missing", suggestion: "restore the study from a backup", file: path))
            }
            for table in VersionedTable.all {
                for key in try table.damagedKeys(db) {
                    found.problems.append(
                        Problem(
                            "\(key) in \(table.name) is damaged", suggestion: "restore the study from a backup",
                            file: path))
                }
            }
            let rows = try Row.fetchCursor(db, sql: "SELECT \(VersionedTable.codings.list) FROM codings")
            while let row = try rows.next() {
                try note(&found) { try Self.check(try HandCoding(row), texts) }
            }
            for number in try Int64.fetchAll(db, sql: "SELECT rowid FROM reconciliations ORDER BY rowid") {
                try note(&found) { try Self.check(outcome: number, db, texts) }
            }
            try note(&found) { _ = try TeamWork(db) }
            try note(&found) { _ = try Self.assignments(db) }
            found.codings = try Int.fetchOne(db, sql: "SELECT count(*) FROM codings WHERE until IS NULL") ?? 0
            found.unsure =
                try Int.fetchOne(db, sql: "SELECT count(*) FROM codings WHERE until IS NULL AND state <> 'sure'") ?? 0
            found.memos = try Int.fetchOne(db, sql: "SELECT count(*) FROM memos WHERE until IS NULL") ?? 0
            try note(&found) { _ = try Self.actions(db) }
            var differences: [String] = []
            try note(&found) { differences = try RowTally.differences(db) }
            found.problems += differences.map {
                Problem(
                    "changed by another program: \($0)", severity: .warning,
                    suggestion: "restore the study from a backup, or accept the change with `tema purge`", file: path)
            }
            return found
        }
    }

    private static func check(_ coding: HandCoding, _ texts: [String: [UInt8]]) throws {
        guard let text = texts[coding.document + "\n" + coding.hash] else {
            throw Problem(
                "the text of the coding \(coding.id) is missing", suggestion: "restore the study from a backup")
        }
        guard coding.span.upperBound <= text.count, text[coding.span].elementsEqual(coding.quote.utf8) else {
            throw Problem(
                "the words of the coding \(coding.id) are not at its span in \(coding.document)",
                suggestion: "restore the study from a backup")
        }
    }

    private static func check(outcome row: Int64, _ db: Database, _ texts: [String: [UInt8]]) throws {
        let list = VersionedTable.reconciliations.list
        let found = try Row.fetchOne(db, sql: "SELECT \(list) FROM reconciliations WHERE rowid = ?", arguments: [row])
        guard let outcome = try found.map({ try Reconciliation($0) }) else { return }
        guard let text = texts[outcome.document + "\n" + outcome.hash], outcome.span.upperBound <= text.count else {
            throw Problem(
                "the text of the outcome \(outcome.id) is missing", suggestion: "restore the study from a backup")
        }
    }

    private func note(_ found: inout Verification, _ body: () throws -> Void) throws {
        do { try body() } catch { found.problems.append(StudyProblem.of(error, path).inFile(path)) }
    }
}
