internal import GRDB
import TemaModel

extension Study {
    /// Merges documents. They are identified by id and structure hash, because revision numbers differ between copies.
    static func mergeDocuments(_ other: Database, _ change: Change, merged: inout MergeResult) throws {
        for id in try documentIDs(other) {
            let theirs = try revision(other, of: id)
            let known = try Int.fetchOne(
                change.db, sql: "SELECT 1 FROM revisions WHERE document = ? AND structure_hash = ?",
                arguments: [id, theirs.row.structureHash])
            guard known == nil else { continue }
            let mine = try Row.fetchOne(
                change.db,
                sql: """
                    SELECT r.structure_hash FROM documents d JOIN revisions r ON r.number = d.revision
                    WHERE d.key = ? AND d.until IS NULL
                    """, arguments: [id])
            let hash: String? = try mine.map { row in
                var fields = RowDecoder(row)
                return try fields.next()
            }
            let isNewer = try hash.map { hash in
                try Int.fetchOne(
                    other, sql: "SELECT 1 FROM revisions WHERE document = ? AND structure_hash = ?",
                    arguments: [id, hash])
                    != nil
            }
            // The other copy's text is inserted in any case, because its codings refer to it.
            let number = try theirs.row.insert(change.db)
            merged.documents += 1
            if isNewer == false {
                merged.conflicts.append("documents: both copies changed \(id); our text is kept")
            } else {
                try VersionedTable.documents.put(change.db, values(id, number), since: change.action)
            }
        }
        try copyOldTexts(other, change)
    }

    /// Copies the other copy's old texts to which its codings and outcomes refer.
    private static func copyOldTexts(_ other: Database, _ change: Change) throws {
        let rows = try Row.fetchAll(
            other,
            sql: """
                SELECT document, hash FROM codings WHERE until IS NULL
                UNION SELECT document, hash FROM reconciliations WHERE until IS NULL ORDER BY document, hash
                """)
        for row in rows {
            var fields = RowDecoder(row)
            let (id, hash): (String, String) = (try fields.next(), try fields.next())
            guard try revision(change.db, of: id, hash: hash) == nil, let old = try revision(other, of: id, hash: hash)
            else { continue }
            _ = try old.row.insert(change.db)
        }
    }
}
