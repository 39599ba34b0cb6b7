import GRDB

/// What a study's tables look like, and how those of an older version become so.
struct Schema: Sendable {
    /// `TEMA` in ASCII, at byte 68 of the file.
    static let applicationID: UInt32 = 0x5445_4D41

    /// The statements that lead from each version to the next, from nothing to version 1 first. Those of a released version
    /// never change; a new version adds its own at the end.
    let steps: [[String]]

    static let current = Schema(steps: [first, VersionedTable.kept.statements])

    private static let first: [String] =
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
        ] + [VersionedTable.documents, .codebooks, .codings, .automatic, .decisions, .memos].flatMap(\.statements) + [
            "CREATE INDEX revisions_of_document ON revisions (document, hash)",
            "CREATE INDEX codings_of_document ON codings (document, \"start\", \"end\") WHERE until IS NULL",
        ]

    /// The newest version.
    var version: UInt32 { UInt32(steps.count) }

    /// Takes a database from a version to the newest one; an empty one has version 0.
    func migrate(_ db: Database, from version: UInt32) throws {
        for statement in steps.dropFirst(Int(version)).joined() { try db.execute(sql: statement) }
        try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(self.version)")
    }

    /// Whether a file has the objects of a version and no others: a trigger or view of a stranger's could do anything.
    func isIntact(_ db: Database, version: UInt32) throws -> Bool {
        let model = try DatabaseQueue()
        try model.writeWithoutTransaction { try Schema(steps: Array(steps.prefix(Int(version)))).migrate($0, from: 0) }
        return try Self.objects(db) == model.read(Self.objects)
    }

    private static func objects(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_stat%' ORDER BY sql")
    }
}
