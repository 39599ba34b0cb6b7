internal import GRDB
internal import GRDBSQLite

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
        for (at, value) in values.enumerated() {
            let place = Int32(truncatingIfNeeded: at + 1)
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
