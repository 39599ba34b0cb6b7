internal import GRDB
import Glibc
import TemaModel

/// The changes that a merge of two copies of a study made.
public struct MergeResult: Sendable, Hashable {
    /// The number of texts imported from the other copy.
    public var documents = 0
    /// The number of rows added: codebooks, codings, decisions, memos and kept parts.
    public var added = 0
    /// The number of rows replaced by newer ones of the other copy.
    public var changed = 0
    /// The number of rows removed because the other copy removed them.
    public var removed = 0
    /// Descriptions of changes that conflict. This study's version is kept, except that a row that it removed and the
    /// other copy changed is restored.
    public var conflicts: [String] = []
    /// The codings that were moved to our texts, in their new state.
    public var moved: [HandCoding] = []

    var isNothing: Bool { documents + added + changed + removed == 0 }
}

extension Study {
    /// Merges the changes of another copy of this study.
    ///
    /// Rows are identified by their ids. Each copy's history decides which of two versions is newer. Merging the same
    /// copy again changes nothing.
    ///
    /// - Throws: A ``Problem`` if both are the same file, a row is damaged, or the study cannot be backed up or
    ///   written.
    public func merge(_ theirs: Study, by coder: String) throws(Problem) -> MergeResult {
        guard !isSameFile(as: theirs) else {
            throw Problem("both are the same file", suggestion: "pass the path of the other copy", file: theirs.path)
        }
        _ = try backUp()
        var merged = try theirs.read { other in
            try act("merge", by: coder) { change in
                var merged = MergeResult()
                try Self.mergeDocuments(other, change, merged: &merged)
                for table in [VersionedTable.codebooks, .codings, .decisions, .memos, .kept] {
                    try Self.merge(table, other, change: change, merged: &merged)
                }
                let detail = "\(merged.added) added, \(merged.changed) changed, \(merged.removed) removed"
                return (merged, merged.isNothing ? nil : detail)
            }
        }
        // A separate action, so that the history has the codings as merged, by which a second merge recognises them.
        if !merged.isNothing { merged.moved = try reanchor(by: coder) }
        return merged
    }

    private func isSameFile(as other: Study) -> Bool {
        var (one, two) = (stat(), stat())
        return stat(path, &one) == 0 && stat(other.path, &two) == 0 && one.st_dev == two.st_dev
            && one.st_ino == two.st_ino
    }

    /// One copy's rows of a table: the valid row of each key, and the checksums of all its rows.
    private struct Side {
        var now: [String: Row] = [:]
        var ever: [String: Set<DatabaseValue>] = [:]
        var order: [String] = []

        init(_ db: Database, _ table: VersionedTable) throws {
            let rows = try Row.fetchCursor(
                db, sql: "SELECT \(table.list), until FROM \(table.name) ORDER BY rowid")
            while let row = try rows.next() {
                let values = Array(row.databaseValues)
                let checksum = values[values.count - 2]
                guard Checksum.of(values.dropLast(2)).databaseValue == checksum else {
                    throw Problem(
                        "\(values[0]) in \(table.name) is damaged", suggestion: "restore the study from a backup")
                }
                let key = try row.decode(String.self, atIndex: 0)
                ever[key, default: []].insert(checksum)
                if values[values.count - 1].isNull {
                    now[key] = row.copy()
                    order.append(key)
                }
            }
        }

        func has(_ key: String, _ checksum: DatabaseValue?) -> Bool {
            checksum.map { ever[key]?.contains($0) ?? false } ?? false
        }
    }

    private static func merge(_ table: VersionedTable, _ other: Database, change: Change, merged: inout MergeResult)
        throws
    {
        let (ours, theirs) = (try Side(change.db, table), try Side(other, table))
        let checksum: (Row?) -> DatabaseValue? = { $0.map { Array($0.databaseValues)[table.columns.count] } }
        let content: (Row) -> [DatabaseValue] = { Array($0.databaseValues.prefix(table.columns.count)) }
        for key in theirs.order {
            guard let row = theirs.now[key] else { continue }
            let (mine, other) = (checksum(ours.now[key]), checksum(row))
            guard mine != other, !ours.has(key, other) else { continue }
            let isKnown = ours.ever[key] != nil
            if mine != nil, !theirs.has(key, mine) {
                merged.conflicts.append("\(table.name): both copies changed \(key); ours is kept")
                continue
            }
            if isKnown, mine == nil {
                merged.conflicts.append(
                    "\(table.name): \(key) was removed here and changed in the other copy; theirs is kept")
            }
            if table.name == VersionedTable.codings.name, !isKnown {
                // The same coder may have coded the same words with the same code under another id.
                let coding = try HandCoding(row)
                if try twin(of: coding, coding.code, db: change.db) != nil { continue }
            }
            try table.put(change.db, content(row), since: change.action)
            if mine == nil { merged.added += 1 } else { merged.changed += 1 }
        }
        for key in ours.order where theirs.now[key] == nil && theirs.ever[key] != nil {
            if theirs.has(key, checksum(ours.now[key])) {
                try table.end(change.db, key: key, until: change.action)
                merged.removed += 1
            } else {
                merged.conflicts.append(
                    "\(table.name): \(key) was changed here and removed in the other copy; ours is kept")
            }
        }
    }

    /// Merges documents. They are identified by id and structure hash, because revision numbers differ between copies.
    private static func mergeDocuments(_ other: Database, _ change: Change, merged: inout MergeResult) throws {
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

    /// Copies the other copy's old texts to which its codings refer.
    private static func copyOldTexts(_ other: Database, _ change: Change) throws {
        let rows = try Row.fetchAll(
            other, sql: "SELECT DISTINCT document, hash FROM codings WHERE until IS NULL ORDER BY document, hash")
        for row in rows {
            var fields = RowDecoder(row)
            let (id, hash): (String, String) = (try fields.next(), try fields.next())
            guard try revision(change.db, of: id, hash: hash) == nil, let old = try revision(other, of: id, hash: hash)
            else { continue }
            _ = try old.row.insert(change.db)
        }
    }
}
