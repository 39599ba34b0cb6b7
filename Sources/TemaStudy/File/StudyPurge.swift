internal import GRDB
import Glibc
import TemaModel

/// The number of rows that a purge deleted.
public struct PurgeResult: Sendable, Hashable {
    /// The number of deleted rows that were removed or superseded, such as removed codings.
    public var rows: Int
    /// The number of deleted old texts.
    public var texts: Int
    /// The paths of remaining backups, which still contain the purged data.
    public var backups: [String]
}

extension Study {
    /// Permanently deletes all removed and superseded data from the file. It cannot be undone.
    ///
    /// A backup exists next to the study while the purge runs.
    ///
    /// - Parameter alsoBackups: Whether to delete all backups, which contain the purged data.
    /// - Throws: A ``Problem`` if the study cannot be written, or fails verification after the purge.
    public func purge(by coder: String, alsoBackups: Bool) throws(Problem) -> PurgeResult {
        let backup = try backUp()
        var purged = try act(Action.purge, by: coder) { change in
            var rows = 0
            // Earlier versions kept the memos of removed codings.
            try change.db.execute(
                sql: """
                    DELETE FROM memos WHERE target = 'coding'
                    AND subject NOT IN (SELECT key FROM codings WHERE until IS NULL)
                    """)
            rows += change.db.changesCount
            rows += try Self.deleteRowsWithoutDocument(change.db)
            for table in VersionedTable.all {
                try change.db.execute(sql: "DELETE FROM \(table.name) WHERE until IS NOT NULL")
                rows += change.db.changesCount
            }
            let unused = """
                number NOT IN (SELECT revision FROM documents)
                AND NOT EXISTS (SELECT 1 FROM codings c WHERE c.document = revisions.document AND c.hash = revisions.hash)
                AND NOT EXISTS (SELECT 1 FROM reconciliations r WHERE r.document = revisions.document AND r.hash = revisions.hash)
                """
            try change.db.execute(
                sql: "DELETE FROM passages WHERE revision IN (SELECT number FROM revisions WHERE \(unused))")
            try change.db.execute(sql: "DELETE FROM revisions WHERE \(unused)")
            let texts = change.db.changesCount
            return (
                PurgeResult(rows: rows, texts: texts, backups: []),
                "\(counted(rows, "row")), \(counted(texts, "old text"))"
            )
        }
        try perform { try $0.execute(sql: "VACUUM") }
        if let problem = try verify().error { throw problem }
        unlink(backup)
        if alsoBackups { removeBackups() }
        purged.backups = backups
        return purged
    }

    /// Deletes the team's rows on documents that the study does not have any more.
    ///
    /// - Returns: The number of rows.
    private static func deleteRowsWithoutDocument(_ db: Database) throws -> Int {
        let documents = "(SELECT key FROM documents WHERE until IS NULL)"
        var rows = 0
        for (table, document) in [
            ("assignments", "document"), ("reconciliations", "document"), ("rules", "substr(key, 6)"),
        ] {
            let condition = table == "rules" ? "key LIKE 'open\t%' AND" : ""
            try db.execute(sql: "DELETE FROM \(table) WHERE \(condition) \(document) NOT IN \(documents)")
            rows += db.changesCount
        }
        return rows
    }
}
