internal import GRDB
import TemaModel

/// Replaces the valid rows of a table by others, one by one. Rows that are the same are not touched.
struct Replacement {
    private let table: VersionedTable
    private let change: Change
    /// The checksums by key of old rows that have not been put yet.
    private var old: [String: Int64] = [:]
    /// The number of rows inserted.
    private(set) var count = 0

    init(_ table: VersionedTable, _ change: Change) throws {
        (self.table, self.change) = (table, change)
        let rows = try Row.fetchCursor(change.db, sql: "SELECT key, checksum FROM \(table.name) WHERE until IS NULL")
        while let row = try rows.next() {
            var fields = RowDecoder(row)
            let key: String = try fields.next()
            old[key] = try fields.next()
        }
    }

    mutating func put(_ values: [DatabaseValue]) throws {
        let key = String.fromDatabaseValue(values[0]) ?? ""
        let known = old.removeValue(forKey: key)
        guard known == nil || known != Checksum.of(values) else { return }
        do {
            if known != nil { try table.end(change.db, key: key, until: change.action) }
            try table.insert(change.db, values, since: change.action)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw Problem("duplicate id “\(key)” in the files", suggestion: "remove one of the two")
        }
        count += 1
    }

    /// Ends the old rows that were not put, and returns their number.
    func endOthers() throws -> Int {
        for key in old.keys.sorted() { try table.end(change.db, key: key, until: change.action) }
        return old.count
    }
}
