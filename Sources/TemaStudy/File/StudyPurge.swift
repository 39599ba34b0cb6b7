internal import GRDB
import Glibc
import TemaModel

/// What a purge took out for ever.
public struct PurgeResult: Sendable, Hashable {
    /// Rows that no longer held, such as codings taken away, and old texts.
    public var rows: Int
    public var texts: Int
    /// Backups, which still have them.
    public var backups: [String]
}

extension Study {
    /// Takes out of the file all that no longer holds: no byte of it stays there. It cannot be undone.
    ///
    /// A backup stands beside the study while it is done.
    ///
    /// - Parameter alsoBackups: Whether all backups go too, which have what is purged.
    public func purge(by coder: String, alsoBackups: Bool) throws(Problem) -> PurgeResult {
        let backup = try backUp()
        var purged = try act(Action.purge, by: coder) { change in
            var rows = 0
            for table in VersionedTable.all {
                try change.db.execute(sql: "DELETE FROM \(table.name) WHERE until IS NOT NULL")
                rows += change.db.changesCount
            }
            let unused = """
                number NOT IN (SELECT revision FROM documents)
                AND NOT EXISTS (SELECT 1 FROM codings c WHERE c.document = revisions.document AND c.hash = revisions.hash)
                """
            try change.db.execute(
                sql: "DELETE FROM passages WHERE revision IN (SELECT number FROM revisions WHERE \(unused))")
            try change.db.execute(sql: "DELETE FROM revisions WHERE \(unused)")
            let texts = change.db.changesCount
            return (PurgeResult(rows: rows, texts: texts, backups: []), "\(rows) rows, \(texts) old texts")
        }
        try perform { try $0.execute(sql: "VACUUM") }
        if let problem = try verify().problems.first { throw problem }
        unlink(backup)
        if alsoBackups { for backup in backups { unlink(backup) } }
        purged.backups = backups
        return purged
    }
}
