internal import GRDB
import Glibc
import TemaModel

/// What a merge of two copies of a study did.
public struct MergeResult: Sendable, Hashable {
    public var documents = 0
    public var added = 0
    public var changed = 0
    public var removed = 0
    /// What both copies changed in different ways; ours stays, except that what only we took away comes back.
    public var conflicts: [String] = []
    /// Codings that had to be put on our text, as they are now.
    public var moved: [HandCoding] = []

    var isNothing: Bool { documents + added + changed + removed == 0 }
}

extension Study {
    /// Takes over what was done in another copy of this study. What both copies have is known by its id, and what one copy
    /// had before tells which of two is newer. Merging the same copy again changes nothing.
    public func merge(_ theirs: Study, by coder: String) throws(Problem) -> MergeResult {
        guard !isSameFile(as: theirs) else {
            throw Problem("the two are one file", suggestion: "name the other copy", file: theirs.path)
        }
        _ = try backUp()
        var merged = try theirs.read { other in
            try act("merge", by: coder) { change in
                var merged = MergeResult()
                try Self.mergeDocuments(other, change, merged: &merged)
                for table in [VersionedTable.codebooks, .codings, .decisions, .memos, .kept] {
                    try Self.merge(table, other, change: change, merged: &merged)
                }
                let detail = "\(merged.added) added, \(merged.changed) changed, \(merged.removed) taken away"
                return (merged, merged.isNothing ? nil : detail)
            }
        }
        // A step of its own: the codings as they came are in the history then, by which a second merge knows them.
        if !merged.isNothing { merged.moved = try reanchor(by: coder) }
        return merged
    }

    private func isSameFile(as other: Study) -> Bool {
        var (one, two) = (stat(), stat())
        return stat(path, &one) == 0 && stat(other.path, &two) == 0 && one.st_dev == two.st_dev
            && one.st_ino == two.st_ino
    }

    /// One copy's rows of a table: what holds for a key, and what has ever held.
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
                    throw Problem("\(values[0]) in \(table.name) is damaged", suggestion: "take a backup")
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
                merged.conflicts.append("\(table.name): both changed \(key); ours stays")
                continue
            }
            if isKnown, mine == nil {
                merged.conflicts.append("\(table.name): we took \(key) away, they changed it; it stays")
            }
            if table.name == VersionedTable.codings.name, !isKnown {
                // The same coder has given the same words the same code, under another id.
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
                merged.conflicts.append("\(table.name): they took \(key) away, we changed it; it stays")
            }
        }
    }

    /// Documents are known by their id and the hash of all that they are, since revisions have other numbers there.
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
            // Their text is kept in any case: their codings stand on it.
            let number = try theirs.row.insert(change.db)
            merged.documents += 1
            if isNewer == false {
                merged.conflicts.append("documents: both changed \(id); our text stays")
            } else {
                try VersionedTable.documents.put(change.db, values(id, number), since: change.action)
            }
        }
        try copyOldTexts(other, change)
    }

    /// Texts of theirs that are no longer current, for the codings that were lost with them.
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
