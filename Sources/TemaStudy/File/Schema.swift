internal import GRDB

/// The tables of a study, and the migrations from older versions.
struct Schema: Sendable {
    /// `TEMA` in ASCII, at byte 68 of the file.
    static let applicationID: UInt32 = 0x5445_4D41

    /// The SQL that migrates each version to the next one. The first step creates version 1 in an empty database.
    let steps: [String]

    static let current = Schema(steps: SchemaVersions.all)

    /// The newest version.
    var version: UInt32 { UInt32(steps.count) }

    /// Migrates a database from a version to the newest one. An empty database has version 0.
    func migrate(_ db: Database, from version: UInt32) throws {
        for step in steps.dropFirst(Int(version)) { try db.execute(sql: step) }
        try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(self.version)")
    }

    /// Returns whether a file has exactly the objects of a version. A foreign trigger or view could change data.
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
