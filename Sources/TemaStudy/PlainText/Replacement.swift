internal import GRDB
import TemaModel

/// Makes a table's rows others, one after the other; those that are the same already stay untouched.
struct Replacement {
    private let table: VersionedTable
    private let change: Change
    /// Rows that have not been given yet, by their checksums.
    private var old: [String: Int64] = [:]
    /// Rows that were put.
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
            throw Problem("the id \(key) stands twice in the files", suggestion: "leave one of the two away")
        }
        count += 1
    }

    /// Ends the rows that were not given.
    func endOthers() throws -> Int {
        for key in old.keys.sorted() { try table.end(change.db, key: key, until: change.action) }
        return old.count
    }
}
