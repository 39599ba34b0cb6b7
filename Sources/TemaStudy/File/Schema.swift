internal import GRDB

/// What a study's tables look like, and how those of an older version become so.
struct Schema: Sendable {
    /// `TEMA` in ASCII, at byte 68 of the file.
    static let applicationID: UInt32 = 0x5445_4D41

    /// The SQL that leads from each version to the next one, from an empty database to version 1 first.
    let steps: [String]

    static let current = Schema(steps: SchemaVersions.all)

    /// The newest version.
    var version: UInt32 { UInt32(steps.count) }

    /// Takes a database from a version to the newest one; an empty one has version 0.
    func migrate(_ db: Database, from version: UInt32) throws {
        for step in steps.dropFirst(Int(version)) { try db.execute(sql: step) }
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
