internal import GRDB
internal import GRDBSQLite
import TemaFormats
import TemaModel

/// Another program's SQLite database: read whole into memory and only from there, so that its file is never locked or written.
///
/// Nothing in it is believed: views, virtual tables and computed columns are not there for us, no function that its
/// schema calls is trusted, and a value may be of any type.
final class ForeignDatabase {
    /// Bytes of the longest that is read.
    private static let most = 1 << 30
    /// Bytes of the longest text in it that is read.
    private static let longestText: CInt = 64 << 20

    private let queue: DatabaseQueue
    private let name: String
    /// What in its texts was no text.
    private(set) var losses = Losses()

    /// - Throws: A ``Problem`` where it is no database, is encrypted, or a program has it open.
    init(_ path: InputPath) throws(Problem) {
        name = path.display
        for ending in ["-wal", "-journal"] {
            guard InputPath(bytes: path.bytes + Array(ending.utf8)).fileBytes ?? 0 == 0 else {
                throw Problem(
                    "the program that it belongs to has it open, or did not close it: \(path.stem)\(ending) stands beside it",
                    suggestion: "open it in that program, close the program, and try again", file: name)
            }
        }
        let source = try ByteSource.open(path)
        guard let size = source.size, size <= Self.most else {
            throw Problem("it is longer than \(Self.most >> 20) MB", suggestion: "split the project", file: name)
        }
        var bytes = try source.beginning(size)
        guard bytes.count >= 512, Self.recognises(bytes[...]) else {
            throw Problem(
                "it is no SQLite database, or an encrypted one", suggestion: "export the project anew", file: name)
        }
        // The versions for writing and reading: a database in memory has no write-ahead log.
        (bytes[18], bytes[19]) = (1, 1)
        do {
            queue = try Self.queue(bytes)
        } catch {
            throw Self.problem(error, name)
        }
    }

    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool { beginning.starts(with: "SQLite format 3\0".utf8) }

    private static func queue(_ bytes: [UInt8]) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            for pragma in ["trusted_schema = OFF", "cell_size_check = ON", "query_only = ON", "temp_store = MEMORY"] {
                try db.execute(sql: "PRAGMA \(pragma)")
            }
        }
        let queue = try DatabaseQueue(configuration: configuration)
        try queue.inDatabase { db in
            sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_LENGTH, longestText)
            // Unsafe, because SQLite owns the memory from here on and frees it, even where it refuses it.
            guard let memory = sqlite3_malloc64(UInt64(bytes.count)) else { throw Problem("there is no memory for it") }
            memory.copyMemory(from: bytes, byteCount: bytes.count)
            let result = sqlite3_deserialize(
                db.sqliteConnection, "main", memory.assumingMemoryBound(to: UInt8.self), Int64(bytes.count),
                Int64(bytes.count), UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY))
            guard result == SQLITE_OK else { throw Problem("SQLite cannot read it") }
        }
        return queue
    }

    /// The columns of a table that hold what was put into them, in lower case; nothing where there is no such table.
    func columns(of table: String) throws(Problem) -> Set<String>? {
        try read { db in
            let found = try Row.fetchAll(
                db, sql: "SELECT type, rootpage FROM sqlite_schema WHERE name = ? COLLATE NOCASE", arguments: [table])
            guard found.contains(where: { $0[0] == "table" && ($0[1] as Int? ?? 0) > 0 }) else { return nil }
            let names = try String.fetchAll(
                db, sql: "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", arguments: [table])
            return Set(names.map { $0.lowercased() })
        }
    }

    /// The rows of a table, in the order in which they were made.
    ///
    /// - Parameters:
    ///   - needed: Columns that it must have.
    ///   - others: Columns that not every version has; their cells are empty there.
    ///   - take: Gets the cells of a row, those of the needed columns first.
    func rows(
        of table: String, needed: [String], others: [String] = [],
        _ take: ([ForeignCell]) throws(Problem) -> Void
    ) throws(Problem) {
        guard let columns = try columns(of: table) else { return }
        for column in needed where !columns.contains(column) {
            throw Problem(
                "its table \(table) has no column \(column)",
                suggestion: "export it from the newest version of its program",
                file: name)
        }
        let list = needed + others.map { columns.contains($0) ? $0 : "NULL" }
        var repaired = 0
        var failure: Problem?
        try read { db in
            let sql = "SELECT \(list.joined(separator: ", ")) FROM main.\"\(table)\" ORDER BY rowid"
            let rows = try Row.fetchCursor(db, sql: sql)
            while failure == nil, let row = try rows.next() {
                let cells = list.indices.map { ForeignCell(row[$0] as ForeignValue?, &repaired) }
                do throws(Problem) { try take(cells) } catch { failure = error }
            }
        }
        if let failure { throw failure }
        losses.add("text in \(table)", "bytes that are no text became �", count: repaired)
    }

    private func read<Value>(_ body: (Database) throws -> Value) throws(Problem) -> Value {
        do { return try queue.inDatabase(body) } catch { throw Self.problem(error, name) }
    }

    private static func problem(_ error: any Error, _ name: String) -> Problem {
        if let problem = error as? Problem { return problem.inFile(name) }
        let again = "open it in its program and export it anew"
        guard let error = error as? DatabaseError else { return Problem("\(error)", suggestion: again, file: name) }
        return switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            Problem("the database is damaged or encrypted", suggestion: again, file: name)
        case .SQLITE_TOOBIG: Problem("a text in it is longer than 64 MB", suggestion: "leave it out", file: name)
        default:
            Problem(
                "it cannot be read: \(error.message ?? "SQLite says \(error.resultCode)")", suggestion: again,
                file: name)
        }
    }
}

/// A cell of another program's table, of whatever type it was declared.
enum ForeignCell: Sendable, Hashable {
    case nothing
    case integer(Int)
    case text(String)

    fileprivate init(_ value: ForeignValue?, _ repaired: inout Int) {
        switch value?.storage {
        case nil: self = .nothing
        case .integer(let number): self = .integer(Int(number))
        case .real(let number): self = Int(exactly: number).map { .integer($0) } ?? .text("\(number)")
        case .bytes(let bytes):
            // A NUL would end the text for every program written in C.
            guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
                repaired += 1
                self = .text(String(decoding: bytes, as: UTF8.self).replacingScalars { $0 == "\0" ? "\u{FFFD}" : nil })
                return
            }
            self = .text(text)
        }
    }

    /// A whole number, also where it was stored as a text.
    var integer: Int? {
        switch self {
        case .nothing: nil
        case .integer(let number): number
        case .text(let text): Int(text)
        }
    }

    /// A text that is not empty.
    var text: String? {
        switch self {
        case .nothing: nil
        case .integer(let number): "\(number)"
        case .text(let text): text.isEmpty ? nil : text
        }
    }
}

/// A value as SQLite has it, with every byte of a text: GRDB's own end at the first NUL.
private struct ForeignValue: DatabaseValueConvertible, StatementColumnConvertible {
    enum Storage {
        case integer(Int64)
        case real(Double)
        case bytes([UInt8])
    }

    let storage: Storage

    init?(sqliteStatement statement: SQLiteStatement, index: CInt) {
        switch sqlite3_column_type(statement, index) {
        case SQLITE_INTEGER: storage = .integer(sqlite3_column_int64(statement, index))
        case SQLITE_FLOAT: storage = .real(sqlite3_column_double(statement, index))
        case SQLITE_TEXT:
            // The statement lends its bytes until its next step.
            guard let bytes = sqlite3_column_text(statement, index) else { return nil }
            let count = Int(sqlite3_column_bytes(statement, index))
            storage = .bytes(Array(UnsafeBufferPointer(start: bytes, count: count)))
        case SQLITE_BLOB:
            guard let bytes = sqlite3_column_blob(statement, index) else { return nil }
            let count = Int(sqlite3_column_bytes(statement, index))
            storage = .bytes(Array(UnsafeRawBufferPointer(start: bytes, count: count)))
        default: return nil
        }
    }

    var databaseValue: DatabaseValue {
        switch storage {
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self).databaseValue
        }
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> ForeignValue? {
        switch value.storage {
        case .null: nil
        case .int64(let number): ForeignValue(.integer(number))
        case .double(let number): ForeignValue(.real(number))
        case .string(let text): ForeignValue(.bytes(Array(text.utf8)))
        case .blob(let data): ForeignValue(.bytes(Array(data)))
        }
    }

    private init(_ storage: Storage) { self.storage = storage }
}
