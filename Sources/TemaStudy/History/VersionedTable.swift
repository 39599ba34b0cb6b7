internal import GRDB
internal import GRDBSQLite
import TemaModel

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

    /// Coders' marks on documents that they have finished.
    static let done = VersionedTable(name: "done", columns: ["key", "document", "coder", "at"])

    /// The people of the team. The key is the name.
    static let coders = VersionedTable(name: "coders", columns: ["key", "role", "at"])
    /// The documents that coders are to code.
    static let assignments = VersionedTable(
        name: "assignments", columns: ["key", "document", "coder", "assigner", "at"])
    /// The rules of the team: whether coders are blind to others' work, and the documents that are open in spite of it.
    static let rules = VersionedTable(name: "rules", columns: ["key", "value", "at"])
    /// The outcomes of reconciling coders' codes, unit by unit.
    static let reconciliations = VersionedTable(
        name: "reconciliations",
        columns: ["key", "document", "hash", "\"start\"", "\"end\"", "codes", "choice", "note", "coder", "at"])

    static let all = [
        documents, codebooks, codings, automatic, decisions, memos, kept, done, coders, assignments, rules,
        reconciliations,
    ]

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

    /// Returns the valid row of a key, or nil if there is none.
    func valid(_ key: any DatabaseValueConvertible, _ db: Database) throws -> Row? {
        let statement = try db.cachedStatement(sql: "SELECT \(list) FROM \(name) WHERE key = ? AND until IS NULL")
        return try Row.fetchOne(statement, arguments: [key])
    }

    /// Returns whether a row of a key has ended.
    ///
    /// - Complexity: O(*n*) in the number of ended rows, because only valid rows have an index by key.
    func hasEnded(_ key: String, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT 1 FROM \(name) INDEXED BY \(name)_until WHERE until IS NOT NULL AND key = ? LIMIT 1")
        return try Int.fetchOne(statement, arguments: [key]) != nil
    }

    /// Returns the valid row with an id as its key or, if there is none, the only one whose key has this prefix.
    ///
    /// - Parameters:
    ///   - noun: What the rows are, for messages.
    ///   - list: The command that lists them.
    func row(_ id: String, _ db: Database, noun: String, list command: String) throws -> Row {
        if let row = try valid(id, db) { return row }
        // No key continues with the last Unicode scalar.
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT \(list) FROM \(name) WHERE until IS NULL AND key >= ?1 AND key < ?1 || char(1114111) LIMIT 2
                """, arguments: [id])
        guard let row = rows.first, !id.isEmpty else {
            throw Problem(
                "the study has no \(noun) “\(id)”", kind: .missing,
                suggestion: "list them with their ids with `\(command)`")
        }
        guard rows.count == 1 else {
            throw Problem("several \(noun)s begin with “\(id)”", suggestion: "enter more of the id")
        }
        return row
    }

    /// Inserts a row that another copy of the study has and that is never valid in this one. By it, later merges know what
    /// this one has seen.
    func insertSeen(_ db: Database, _ values: [DatabaseValue], at action: Int64) throws {
        try db.execute(
            sql:
                "INSERT INTO \(name) (\(list), since, until) VALUES (\(String(repeating: "?, ", count: columns.count))?, ?, ?)",
            arguments: StatementArguments(
                values + [Checksum.of(values).databaseValue, action.databaseValue, action.databaseValue]))
    }

    /// Ends a key's row. A row that the same action inserted becomes one that was seen, as by ``insertSeen(_:_:at:)``.
    ///
    /// - Returns: Whether the same action had inserted it.
    func endSeen(_ db: Database, key: String, at action: Int64) throws -> Bool {
        let since = try Int64.fetchOne(
            db, sql: "SELECT since FROM \(name) WHERE key = ? AND until IS NULL", arguments: [key])
        try db.execute(
            sql: "UPDATE \(name) SET until = ? WHERE key = ? AND until IS NULL", arguments: [action, key])
        return since == action
    }

    /// Restores the rows of an action's keys to their state before it, as part of a further action.
    func revert(_ db: Database, _ reverted: Int64, by action: Int64) throws {
        try db.execute(
            sql: """
                UPDATE \(name) SET until = ?1 WHERE until IS NULL AND key IN
                (SELECT key FROM \(name) WHERE since = ?2 AND until IS NOT ?2
                UNION SELECT key FROM \(name) WHERE until = ?2 AND since < ?2)
                """, arguments: [action, reverted])
        try db.execute(
            sql: """
                INSERT INTO \(name) (\(list), since) SELECT \(list), ?1 FROM \(name) WHERE until = ?2 AND since < ?2
                ORDER BY rowid
                """, arguments: [action, reverted])
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

extension Statement {
    /// Runs an insertion and binds its values with SQLite's own functions. GRDB's arguments would take as long as the
    /// insertion itself, and an import runs it a million times.
    ///
    /// The statement's pointer is used inside this function only, on the connection's own queue, like any GRDB call.
    ///
    /// - Throws: GRDB's `DatabaseError` with SQLite's result code.
    func insert(_ values: [DatabaseValue], in db: Database) throws {
        let statement = sqliteStatement
        sqlite3_reset(statement)
        for (index, value) in values.enumerated() {
            let place = Int32(truncatingIfNeeded: index + 1)
            switch value.storage {
            case .null: sqlite3_bind_null(statement, place)
            case .int64(let number): sqlite3_bind_int64(statement, place, number)
            case .double(let number): sqlite3_bind_double(statement, place, number)
            // An empty string may have a null address, which SQLite would bind as NULL.
            case .string(let text) where text.isEmpty: sqlite3_bind_text(statement, place, "", 0, Self.copied)
            case .string(var text):
                _ = text.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        sqlite3_bind_text64(
                            statement, place, $0.baseAddress, UInt64($0.count), Self.copied, UInt8(SQLITE_UTF8))
                    }
                }
            case .blob(let data):
                _ = data.withUnsafeBytes {
                    sqlite3_bind_blob64(statement, place, $0.baseAddress, UInt64($0.count), Self.copied)
                }
            }
        }
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
        }
    }

    /// `SQLITE_TRANSIENT`: SQLite copies the bytes before the function returns.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
