internal import GRDB
import Glibc
import TemaFormats
import TemaModel

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

/// The first 100 bytes of a file, which decide whether SQLite may open it as a study.
///
/// They are read before SQLite opens the file, because SQLite accepts an empty file as an empty database and writes to
/// it.
struct StudyHeader {
    /// The version of the file's schema.
    let version: UInt32

    /// - Throws: A ``Problem`` if the file is missing, is not a study, has a newer version or has a damaged header.
    init(_ path: String, newest: UInt32) throws(Problem) {
        let bytes = try Self.beginning(of: path)
        func number(_ index: Int) -> UInt32 { bytes[index..<(index + 4)].reduce(0) { $0 << 8 | UInt32($1) } }
        guard bytes.count == 100, bytes.starts(with: Array("SQLite format 3\u{0}".utf8)) else {
            throw Problem("not a study", suggestion: "create one with `tema init`", file: path)
        }
        guard number(68) == Schema.applicationID else {
            throw Problem(
                "not a study but a database of another program", suggestion: "create one with `tema init`", file: path)
        }
        version = number(60)
        guard version <= newest else {
            throw Problem(
                "a study of a newer version of Tema (schema version \(version); this Tema reads up to \(newest))",
                suggestion: "install a newer version of Tema", file: path)
        }
        guard version >= 1, bytes[18] == 1, bytes[19] == 1 else {
            throw Problem(
                "its header is damaged",
                suggestion: "restore it from a backup, or save what can be read with `tema doctor`",
                file: path)
        }
    }

    private static func beginning(of path: String) throws(Problem) -> [UInt8] {
        // Opening a pipe must not block.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard file >= 0 else {
            throw SystemError.problem(errno, of: path, ifMissing: "create a study with `tema init`")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Problem("not a regular file, as a study must be", file: path)
        }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = pread(file, &bytes, 100, 0)
        guard count >= 0 else { throw SystemError.problem(errno, of: path) }
        return Array(bytes.prefix(count))
    }
}
