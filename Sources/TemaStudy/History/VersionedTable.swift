internal import GRDB

/// A table whose rows are never changed: a new row supersedes the old one.
///
/// A row is valid from the action `since` until the action `until`, or still if `until` is null. So the state at any
/// moment is known, a further action can revert any action, and no data is lost before a purge.
struct VersionedTable: Sendable {
    let name: String
    /// The columns' names, the key first. ``SchemaVersions`` has their types.
    let columns: [String]
    /// The columns' names, followed by the checksum of their values, which ``RowDecoder`` checks.
    let list: String
    /// The statement that inserts a row. It is stored because an import runs it a million times.
    private let insertion: String

    private init(name: String, columns: [String]) {
        (self.name, self.columns) = (name, columns)
        list = (columns + ["checksum"]).joined(separator: ", ")
        let places = columns.map { _ in "?, " }.joined()
        insertion = "INSERT INTO \(name) (\(list), since) VALUES (\(places)?, ?)"
    }

    static let documents = VersionedTable(name: "documents", columns: ["key", "revision"])
    static let codebooks = VersionedTable(name: "codebooks", columns: ["key", "yaml"])
    static let codings = VersionedTable(
        name: "codings",
        columns: [
            "key", "document", "hash", "passage", "\"start\"", "\"end\"", "code", "coder", "quote", "before", "after",
            "state", "score", "at",
        ])
    /// Codings by the codebook's indicators as last applied. The key is unique to document, passage and code.
    static let automatic = VersionedTable(
        name: "automatic",
        columns: [
            "key", "document", "hash", "passage", "code", "evidence",
        ])
    /// Coders' decisions on automatic codings.
    static let decisions = VersionedTable(
        name: "decisions",
        columns: [
            "key", "document", "hash", "passage", "code", "coder", "verdict", "at",
        ])
    static let memos = VersionedTable(name: "memos", columns: ["key", "target", "subject", "coder", "text", "at"])

    /// Parts of other programs' projects that Tema does not use, by name.
    static let kept = VersionedTable(name: "kept", columns: ["key", "bytes"])

    static let all = [documents, codebooks, codings, automatic, decisions, memos, kept]

    /// Inserts a key's new row, valid from an action on, and ends its old row if there is one.
    func put(_ db: Database, _ values: [DatabaseValue], since action: Int64) throws {
        try end(db, key: values[0], until: action)
        try insert(db, values, since: action)
    }

    /// Inserts a row for a key that has no valid row.
    ///
    /// - Throws: SQLite's constraint error if the key has a valid row.
    func insert(_ db: Database, _ values: [DatabaseValue], since action: Int64) throws {
        try db.cachedStatement(sql: insertion).insert(
            values + [Checksum.of(values).databaseValue, action.databaseValue], in: db)
    }

    /// Ends a key's row at an action. A row that the same action inserted is deleted, because it was never visible.
    ///
    /// - Returns: Whether the key had a row.
    @discardableResult
    func end(_ db: Database, key: any DatabaseValueConvertible, until action: Int64) throws -> Bool {
        try db.cachedStatement(sql: "DELETE FROM \(name) WHERE key = ? AND until IS NULL AND since = ?")
            .execute(arguments: [key, action])
        if db.changesCount > 0 { return true }
        try db.cachedStatement(sql: "UPDATE \(name) SET until = ? WHERE key = ? AND until IS NULL")
            .execute(arguments: [action, key])
        return db.changesCount > 0
    }

    /// Restores the rows of an action's keys to their state before it, as part of a further action.
    func revert(_ db: Database, _ reverted: Int64, by action: Int64) throws {
        try db.execute(
            sql: """
                UPDATE \(name) SET until = ? WHERE until IS NULL AND key IN
                (SELECT key FROM \(name) WHERE since = ? UNION SELECT key FROM \(name) WHERE until = ?)
                """, arguments: [action, reverted, reverted])
        try db.execute(
            sql: "INSERT INTO \(name) (\(list), since) SELECT \(list), ? FROM \(name) WHERE until = ? ORDER BY rowid",
            arguments: [action, reverted])
    }

    /// Returns the keys of rows, including superseded ones, whose checksums do not match.
    func damagedKeys(_ db: Database) throws -> [String] {
        var damaged: [String] = []
        let rows = try Row.fetchCursor(db, sql: "SELECT \(list) FROM \(name)")
        while let row = try rows.next() {
            let values = Array(row.databaseValues)
            if Checksum.of(values.dropLast()).databaseValue != values.last {
                damaged.append("\(values.first ?? .null)")
            }
        }
        return damaged
    }
}
