internal import GRDB
internal import GRDBSQLite
import TemaFormats
import TemaModel

/// Another program's SQLite database, loaded into memory so that its file is never locked or written.
///
/// The content is not trusted: views, virtual tables and generated columns are not read, functions in the schema are
/// not trusted, and a value may be of any type.
final class ForeignDatabase {
    /// The size limit of a database, in bytes.
    private static let most = 1 << 30
    /// The size limit of a text or blob, in bytes.
    private static let longestText: CInt = 64 << 20

    private let queue: DatabaseQueue
    private let name: String
    /// The texts that were not valid and were repaired.
    private(set) var losses = Losses()

    /// Reads a database into memory.
    ///
    /// - Throws: A ``Problem`` if the file is not a database, is encrypted, or is open in another program.
    init(_ path: InputPath) throws(Problem) {
        name = path.display
        for ending in ["-wal", "-journal"] {
            guard InputPath(bytes: path.bytes + Array(ending.utf8)).fileBytes ?? 0 == 0 else {
                throw Problem(
                    "it is open in its program, or was not closed properly: there is a file \(path.stem)\(ending)",
                    suggestion: "open it in that program, close the program, and try again", file: name)
            }
        }
        let source = try ByteSource.open(path)
        guard let size = source.size, size <= Self.most else {
            throw Problem("it is larger than \(Self.most >> 20) MB", suggestion: "split the project", file: name)
        }
        var bytes = try source.beginning(size)
        guard bytes.count >= 512, Self.recognises(bytes[...]) else {
            throw Problem(
                "it is not a SQLite database, or is encrypted", suggestion: "export the project again", file: name)
        }
        // The write and read versions. A database in memory cannot use a write-ahead log.
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
            // Unsafe memory, because SQLite takes ownership and frees it, even if it fails.
            guard let memory = sqlite3_malloc64(UInt64(bytes.count)) else { throw Problem("not enough memory") }
            memory.copyMemory(from: bytes, byteCount: bytes.count)
            let result = sqlite3_deserialize(
                db.sqliteConnection, "main", memory.assumingMemoryBound(to: UInt8.self), Int64(bytes.count),
                Int64(bytes.count), UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY))
            guard result == SQLITE_OK else { throw Problem("SQLite cannot read it") }
        }
        return queue
    }

    /// Throws a ``Problem`` if a table is missing.
    ///
    /// - Parameters:
    ///   - tables: The tables that every project of the program has.
    ///   - what: What the file should be, with its article.
    ///   - suggestion: What to do if it is something else.
    ///   - file: The path for the message.
    func require(_ tables: [String], of what: String, suggestion: String, file: String) throws(Problem) {
        for table in tables where try columns(of: table) == nil {
            throw Problem("it is not \(what): it has no table \(table)", suggestion: suggestion, file: file)
        }
    }

    /// Returns the stored columns of a table, in lower case, or nil if there is no such table.
    ///
    /// - Throws: A ``Problem`` if the database cannot be read.
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

    /// Reads the rows of a table in the order of their ids. A missing table has no rows.
    ///
    /// - Parameters:
    ///   - needed: The required columns.
    ///   - others: The optional columns, which not every version has. Their cells are empty if they are missing.
    ///   - take: Called with the cells of each row, those of the required columns first.
    /// - Throws: A ``Problem`` if a required column is missing or the database cannot be read, and whatever `take`
    ///   throws.
    func rows(
        of table: String, needed: [String], others: [String] = [],
        _ take: ([ForeignCell]) throws(Problem) -> Void
    ) throws(Problem) {
        guard let columns = try columns(of: table) else { return }
        for column in needed where !columns.contains(column) {
            throw Problem(
                "its table \(table) has no column \(column)",
                suggestion: "export it with the newest version of its program",
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
        losses.add("text in \(table)", "invalid text was replaced with �", count: repaired)
    }

    private func read<Value>(_ body: (Database) throws -> Value) throws(Problem) -> Value {
        do { return try queue.inDatabase(body) } catch { throw Self.problem(error, name) }
    }

    private static func problem(_ error: any Error, _ name: String) -> Problem {
        if let problem = error as? Problem { return problem.inFile(name) }
        let again = "open it in its program and export it again"
        guard let error = error as? DatabaseError else { return Problem("\(error)", suggestion: again, file: name) }
        return switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            Problem("the database is damaged or encrypted", suggestion: again, file: name)
        case .SQLITE_TOOBIG: Problem("a text in it is longer than 64 MB", suggestion: "remove the text", file: name)
        default:
            Problem(
                "it cannot be read: \(error.message ?? "SQLite error \(error.resultCode)")", suggestion: again,
                file: name)
        }
    }
}

/// A cell of another program's table. Its type can differ from the declared type.
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
            // A NUL would end the text in every program written in C.
            guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
                repaired += 1
                self = .text(String(decoding: bytes, as: UTF8.self).replacingScalars { $0 == "\0" ? "\u{FFFD}" : nil })
                return
            }
            self = .text(text)
        }
    }

    /// The integer, also if it is stored as text, or nil.
    var integer: Int? {
        switch self {
        case .nothing: nil
        case .integer(let number): number
        case .text(let text): Int(text)
        }
    }

    /// The text, or nil if it is empty. An integer is converted.
    var text: String? {
        switch self {
        case .nothing: nil
        case .integer(let number): "\(number)"
        case .text(let text): text.isEmpty ? nil : text
        }
    }
}

/// A value of SQLite with every byte of a text. GRDB's own values end at the first NUL.
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
            // The bytes are valid only until the next step of the statement.
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
