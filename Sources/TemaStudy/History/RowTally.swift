internal import GRDB
import TemaModel

/// The number of rows of one table that an action added and ended, and of those that were valid afterwards.
///
/// The rows are compared with it, so that a row that vanished, or was ended or added without an action, is noticed.
struct RowTally: Hashable {
    let action: Int64
    let name: String
    let added: Int
    let ended: Int
    let valid: Int

    static let columns = "action, name, added, ended, valid, checksum"
}

// As rows of the file.
extension RowTally {
    /// - Throws: A ``Problem`` if the checksum does not match.
    init(_ row: Row) throws {
        var fields = RowDecoder(row)
        (action, name) = (try fields.next(), try fields.next())
        (added, ended, valid) = (try fields.next(), try fields.next(), try fields.next())
        try fields.check("the tally of \(name) in action \(action)")
    }

    /// Creates a tally from the values of its columns, or returns nil if they have other types.
    init?(_ values: [DatabaseValue]) {
        guard let action = Int64.fromDatabaseValue(values[0]), let name = String.fromDatabaseValue(values[1]),
            let added = Int.fromDatabaseValue(values[2]), let ended = Int.fromDatabaseValue(values[3]),
            let valid = Int.fromDatabaseValue(values[4])
        else { return nil }
        self.init(action: action, name: name, added: added, ended: ended, valid: valid)
    }

    fileprivate var row: [DatabaseValue] { values(action, name, added, ended, valid) }
}

extension RowTally {
    /// Counts an action's rows in each table that it changed. The first action to be counted and a purge, which deletes rows,
    /// count all tables: checks begin with them.
    static func record(_ action: Action, _ db: Database) throws {
        let known = try counters(db)
        let isStart = known.isEmpty || action.name == Action.purge
        for table in VersionedTable.all {
            let added = try count(table, "since = ?", db, action.number)
            let ended = try count(table, "until = ?", db, action.number)
            guard isStart || added + ended > 0 else { continue }
            let before = isStart ? nil : known[table.name]
            let valid = try before.map { $0 + added - ended } ?? count(table, "until IS NULL", db)
            let tally = RowTally(action: action.number, name: table.name, added: added, ended: ended, valid: valid)
            try db.cachedStatement(sql: "INSERT INTO tallies (\(columns)) VALUES (?, ?, ?, ?, ?, ?)").insert(
                tally.row + [Checksum.of(tally.row).databaseValue], in: db)
            let counter = values(table.name, action.number, valid)
            try db.cachedStatement(
                sql: "INSERT OR REPLACE INTO counters (name, action, valid, checksum) VALUES (?, ?, ?, ?)"
            ).insert(counter + [Checksum.of(counter).databaseValue], in: db)
        }
    }

    /// - Parameter action: The value of the condition's parameters.
    private static func count(_ table: VersionedTable, _ condition: String, _ db: Database, _ action: Int64? = nil)
        throws -> Int
    {
        let statement = try db.cachedStatement(sql: "SELECT count(*) FROM \(table.name) WHERE \(condition)")
        return try Int.fetchOne(statement, arguments: action.map { [$0] } ?? []) ?? 0
    }

    /// Returns the number of valid rows of each table, by the table's name.
    private static func counters(_ db: Database) throws -> [String: Int] {
        var counters: [String: Int] = [:]
        let statement = try db.cachedStatement(sql: "SELECT name, action, valid, checksum FROM counters")
        let rows = try Row.fetchCursor(statement)
        while let row = try rows.next() {
            var fields = RowDecoder(row)
            let name: String = try fields.next()
            let _: Int64 = try fields.next()
            counters[name] = try fields.next()
            try fields.check("the counter of \(name)")
        }
        return counters
    }
}

extension RowTally {
    /// Compares the rows of all tables with their tallies.
    ///
    /// - Returns: A description of each difference.
    static func differences(_ db: Database) throws -> [String] {
        let tallies = try Row.fetchAll(db, sql: "SELECT \(columns) FROM tallies ORDER BY action").map {
            try RowTally($0)
        }
        let starts = try Int64.fetchAll(
            db, sql: "SELECT number FROM actions WHERE name = ? ORDER BY number", arguments: [Action.purge])
        let counters = try counters(db)
        var found: [String] = []
        for table in VersionedTable.all {
            let own = tallies.filter { $0.name == table.name }
            guard let first = own.first else { continue }
            if counters[table.name] != own.last?.valid {
                found.append("the counter of \(table.name) differs from the history")
            }
            let start = own.last { starts.contains($0.action) } ?? first
            let then = try count(
                table, "since <= ?1 AND (until IS NULL OR until > ?1)", db, start.action)
            if then != start.valid {
                found.append(
                    "\(table.name) had \(start.valid) rows after action \(start.action) but now has \(then) of them")
            }
            let later = Dictionary(own.map { ($0.action, $0) }) { _, last in last }
            for (column, what) in [("since", "added"), ("until", "ended")] {
                let actual = try counts(of: table, column, after: start.action, db)
                for action in Set(actual.keys).union(later.keys.filter { $0 > start.action }).sorted() {
                    let recorded = later[action].map { column == "since" ? $0.added : $0.ended } ?? 0
                    let now = actual[action] ?? 0
                    guard now != recorded else { continue }
                    found.append("action \(action) \(what) \(counted(recorded, "row")) of \(table.name), not \(now)")
                }
            }
        }
        return found
    }

    /// Returns the number of rows by the action in a column, for the actions after one.
    private static func counts(of table: VersionedTable, _ column: String, after action: Int64, _ db: Database) throws
        -> [Int64: Int]
    {
        var counts: [Int64: Int] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT \(column), count(*) FROM \(table.name) WHERE \(column) > ? GROUP BY \(column)",
            arguments: [action])
        while let row = try rows.next() {
            var fields = RowDecoder(row)
            let number: Int64 = try fields.next()
            counts[number] = try fields.next()
        }
        return counts
    }
}
