import GRDB

/// What a study's tables look like. A released version's statements never change; a new version adds its own.
enum Schema {
    /// `TEMA` in ASCII, at byte 68 of the file.
    static let applicationID: UInt32 = 0x5445_4D41
    static let version: UInt32 = 1

    /// All statements of the version, one object each, as SQLite keeps them.
    static let statements: [String] =
        [
            """
            CREATE TABLE actions (number INTEGER PRIMARY KEY, at TEXT NOT NULL, coder TEXT NOT NULL, name TEXT NOT NULL, \
            detail TEXT NOT NULL, reverts INTEGER, checksum INTEGER NOT NULL) STRICT
            """,
            """
            CREATE TABLE revisions (number INTEGER PRIMARY KEY, document TEXT NOT NULL, source TEXT NOT NULL, parent TEXT, \
            hash TEXT NOT NULL, text BLOB NOT NULL, structure TEXT NOT NULL, structure_hash TEXT NOT NULL) STRICT
            """,
            """
            CREATE TABLE passages (revision INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, \
            section_type TEXT NOT NULL, section INTEGER, language INTEGER, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, \
            PRIMARY KEY (revision, number)) STRICT, WITHOUT ROWID
            """,
        ] + VersionedTable.all.flatMap(\.statements) + [
            "CREATE INDEX revisions_of_document ON revisions (document, hash)",
            "CREATE INDEX codings_of_document ON codings (document, \"start\", \"end\") WHERE until IS NULL",
        ]

    /// Makes an empty study's tables.
    static func create(_ db: Database) throws {
        for statement in statements { try db.execute(sql: statement) }
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// Whether a file has these objects and no others: a trigger or view of a stranger's could do anything.
    static func isIntact(_ db: Database) throws -> Bool {
        let found = try String.fetchAll(
            db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_stat%'")
        return Set(found) == Set(statements) && found.count == statements.count
    }
}
