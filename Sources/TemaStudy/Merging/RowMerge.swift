internal import GRDB
import TemaModel

/// Merges the codebook and all rows that refer to documents or codes.
struct RowMerge {
    private let other: Database
    private let change: Change
    private let unite: (CodebookCopies) throws(Problem) -> UnitedCodebook
    /// The last action of the history that both copies share.
    private let common: Int64
    /// The codings that are left out because there is the same coding with another id, with that id.
    private var twins: [String: String] = [:]
    /// The ids of the outcomes of reconciliations that differ in the copies.
    private var contested: Set<String> = []

    init(
        _ other: Database, _ change: Change, _ unite: @escaping (CodebookCopies) throws(Problem) -> UnitedCodebook
    ) throws {
        (self.other, self.change, self.unite) = (other, change, unite)
        common = try Self.common(other, change.db)
    }

    /// Returns the number of the last action up to which both histories are the same.
    private static func common(_ other: Database, _ db: Database) throws -> Int64 {
        let (we, they) = (try Study.actions(db), try Study.actions(other))
        return zip(we, they).prefix { $0 == $1 }.last?.0.number ?? 0
    }

    mutating func merge(_ merged: inout MergeResult) throws {
        let united = try mergeCodebooks(&merged)
        if let united { try recodeAutomatic(united.ourPaths) }
        let tables: [VersionedTable] = [
            .codings, .decisions, .memos, .kept, .done, .coders, .assignments, .rules, .reconciliations,
        ]
        for table in tables {
            let earlier = united?.earlierPaths ?? [:]
            let ours = try MergeSide(
                change.db, table, paths: united?.ourPaths ?? [:], earlier: earlier, common: common)
            let theirs = try MergeSide(
                other, table, paths: united?.theirPaths ?? [:], earlier: earlier, common: common)
            for key in ours.order { try merge(table, key, ours, theirs, &merged) }
            for key in theirs.order where ours.now[key] == nil { try merge(table, key, ours, theirs, &merged) }
            if table.name == VersionedTable.codings.name { try removeTwins(&merged) }
        }
        try Study.settleOutcomes(contested, change, &merged)
        try keepMemosOfRemovedCodings(&merged)
    }

    /// Unites the codebooks. Returns nil if they are the same, or one copy has none.
    private func mergeCodebooks(_ merged: inout MergeResult) throws -> UnitedCodebook? {
        guard let copies = try CodebookCopies(other, change.db, common: common) else {
            if try Study.codebook(change.db) == nil, let theirs = try Study.codebook(other) {
                try Study.putCodebook(theirs, change)
                merged.added += 1
            }
            return nil
        }
        let united = try unite(copies)
        merged.conflicts += united.conflicts.map { "the codebook: \($0)" }
        if united.yaml != copies.ours {
            try Study.putCodebook(united.yaml, change)
            merged.changed += 1
        }
        if united.yaml != copies.theirs { try Study.seeCodebook(copies.theirs, change) }
        return united
    }

    private func recodeAutomatic(_ paths: [String: String]) throws {
        let table = VersionedTable.automatic
        let own = try MergeSide(change.db, table, paths: paths, common: common)
        let codes = Set(paths.values)
        for row in try Study.automaticCodings(change.db, AutomaticChoice()) where paths[row.code] != row.code {
            try table.end(change.db, key: row.key, until: change.action)
        }
        for key in own.order {
            guard let entry = own.now[key], let code = String.fromDatabaseValue(entry.values[4]), codes.contains(code),
                Checksum.of(entry.values).databaseValue != entry.stored
            else { continue }
            try table.put(change.db, entry.values, since: change.action)
        }
    }

    private mutating func merge(
        _ table: VersionedTable, _ key: String, _ ours: MergeSide, _ theirs: MergeSide, _ merged: inout MergeResult
    ) throws {
        switch (ours.now[key], theirs.now[key]) {
        case (let own?, let other?):
            let (kept, isConflict) = Self.newer(own, other, key, ours, theirs)
            if table.name == VersionedTable.reconciliations.name, own.values != other.values { contested.insert(key) }
            if kept.stored != other.stored, own.values != other.values, !ours.hasStored(other) {
                try table.insertSeen(change.db, other.raw, at: change.action)
            }
            // Both copies made the same row, such as a done mark, at different times.
            let isSame = table.columns.last == "at" && own.values.dropLast() == other.values.dropLast()
            if isConflict, !isSame {
                merged.conflicts.append("\(table.name): both copies changed \(key); the newer is kept")
            }
            try keep(kept, own, table, &merged)
        case (let own?, nil):
            if theirs.has(key, own) {
                try table.end(change.db, key: key, until: change.action)
                merged.removed += 1
                return
            }
            if theirs.knows(key) { merged.conflicts.append(Self.removed(key, table)) }
            try keep(own, own, table, &merged)
        case (nil, let other?):
            guard !ours.has(key, other) else { return }
            if ours.knows(key) { merged.conflicts.append(Self.removed(key, table)) }
            try table.put(change.db, other.values, since: change.action)
            merged.added += 1
        case (nil, nil): break
        }
    }

    private static func removed(_ key: String, _ table: VersionedTable) -> String {
        "\(table.name): \(key) was removed in one copy and changed in the other; it is kept"
    }

    /// Returns the newer of two rows of a key, and whether both copies changed it.
    private static func newer(
        _ own: MergeSide.Entry, _ other: MergeSide.Entry, _ key: String, _ ours: MergeSide, _ theirs: MergeSide
    ) -> (MergeSide.Entry, isConflict: Bool) {
        if own.values == other.values { return (own, false) }
        let isSame = own.content == other.content
        let (weKnow, theyKnow) =
            isSame ? (ours.hasStored(other), theirs.hasStored(own)) : (ours.has(key, other), theirs.has(key, own))
        // Both know both rows if one copy returned to an earlier state.
        if weKnow != theyKnow { return (weKnow ? own : other, false) }
        if weKnow, own.isCommon != other.isCommon { return (own.isCommon ? other : own, false) }
        return (own.age > other.age ? own : other, true)
    }

    /// Writes a row if it differs from the present one.
    private func keep(
        _ entry: MergeSide.Entry, _ own: MergeSide.Entry, _ table: VersionedTable, _ merged: inout MergeResult
    ) throws {
        guard Checksum.of(entry.values).databaseValue != own.stored else { return }
        try table.put(change.db, entry.values, since: change.action)
        merged.changed += 1
    }
}

// What both copies' changes together do to codings and memos.
extension RowMerge {
    /// Keeps one of several codings of the same words by one coder with one code: the one whose id comes first, so that it
    /// is the same in both copies. Memos move to it.
    private mutating func removeTwins(_ merged: inout MergeResult) throws {
        let table = VersionedTable.codings
        let rows = try Row.fetchAll(
            change.db,
            sql: """
                SELECT twin.key, min(first.key), twin.since FROM codings twin JOIN codings first USING
                (document, hash, "start", "end", code, coder)
                WHERE twin.until IS NULL AND first.until IS NULL AND first.key < twin.key GROUP BY twin.key ORDER BY twin.key
                """)
        for row in rows {
            var fields = RowDecoder(row)
            let (twin, first): (String, String) = (try fields.next(), try fields.next())
            let since: Int64 = try fields.next()
            if since == change.action {
                let own = try table.row(twin, change.db, noun: "coding", list: "tema codings")
                try table.insertSeen(change.db, Array(own.databaseValues.dropLast()), at: change.action)
                merged.added -= 1
            } else {
                merged.removed += 1
            }
            try table.end(change.db, key: twin, until: change.action)
            twins[twin] = first
        }
    }

    /// Moves memos on codings that one copy removed: to the same coding or, if there is none, to its document.
    private func keepMemosOfRemovedCodings(_ merged: inout MergeResult) throws {
        let codings = Set(try String.fetchAll(change.db, sql: "SELECT key FROM codings WHERE until IS NULL"))
        for memo in try Study.memos(change.db) where memo.target == .coding && !codings.contains(memo.subject) {
            var moved = memo
            if let first = twins[memo.subject] {
                moved.subject = first
            } else {
                guard let document = try document(ofRemoved: memo.subject) else { continue }
                (moved.target, moved.subject) = (.document, document)
                merged.conflicts.append("memos: the coding of \(memo.id) was removed; the memo is on its document")
            }
            try VersionedTable.memos.insertSeen(change.db, memo.row, at: change.action)
            try Study.put(moved, change)
        }
    }

    private func document(ofRemoved coding: String) throws -> String? {
        for db in [change.db, other] {
            let sql = "SELECT document FROM codings WHERE key = ? LIMIT 1"
            if let document = try String.fetchOne(db, sql: sql, arguments: [coding]) { return document }
        }
        return nil
    }
}
