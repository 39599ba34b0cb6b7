internal import GRDB
import TemaModel

/// One copy's rows of a table in a merge: the valid row of each key, and what the copy knows of every key.
///
/// The codes of rows are compared apart from the rest, because an edit of the codebook changes them in all rows.
struct MergeSide {
    /// A valid row.
    struct Entry {
        /// The values of the table's columns, with the code's path in the united codebook.
        var values: [DatabaseValue]
        /// The values as they are stored.
        let raw: [DatabaseValue]
        /// The checksum of the row as it is stored.
        let stored: DatabaseValue
        /// The checksum of the row without its code.
        let content: Int64
        /// Whether the row has been there since both copies were one.
        let isCommon: Bool

        /// The time in the row and, for rows of one time, what is in them: it decides which of two rows is kept.
        var age: (String, Int64, String) {
            let time = values.last.flatMap { String.fromDatabaseValue($0) } ?? ""
            return (time, content, values.map { "\($0)" }.joined(separator: " "))
        }
    }

    private(set) var now: [String: Entry] = [:]
    /// The keys of valid rows, in the order of the rows.
    private(set) var order: [String] = []
    private var ever: [String: Set<Int64>] = [:]
    private var everStored: Set<DatabaseValue> = []

    /// - Parameters:
    ///   - paths: The paths in the united codebook of this copy's codes, where they differ.
    ///   - earlier: The paths of codes of earlier codebooks, for rows that are no longer valid.
    ///   - common: The last action of the history that both copies share.
    init(
        _ db: Database, _ table: VersionedTable, paths: [String: String] = [:], earlier: [String: String] = [:],
        common: Int64
    ) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT \(table.list), since, until FROM \(table.name) ORDER BY rowid")
        while let row = try rows.next() {
            let all = Array(row.databaseValues)
            let stored = all[all.count - 3]
            let raw = Array(all.dropLast(3))
            guard Checksum.of(raw).databaseValue == stored else {
                throw Problem(
                    "\(all[0]) in \(table.name) is damaged", suggestion: "restore the study from a backup")
            }
            var values = raw
            let isValid = all[all.count - 1].isNull
            table.recode(&values) { paths[$0] ?? (isValid ? $0 : earlier[$0] ?? $0) }
            var bare = values
            table.recode(&bare) { _ in "" }
            let key = String.fromDatabaseValue(values[0]) ?? ""
            let content = Checksum.of(bare)
            ever[key, default: []].insert(content)
            everStored.insert(stored)
            guard isValid else { continue }
            if now[key] == nil { order.append(key) }
            let since = Int64.fromDatabaseValue(all[all.count - 2]) ?? 0
            now[key] = Entry(
                values: values, raw: raw, stored: stored, content: content, isCommon: since <= common)
        }
    }

    /// Returns whether this copy has or had a row of a key with this content.
    func has(_ key: String, _ entry: Entry) -> Bool { ever[key]?.contains(entry.content) ?? false }

    /// Returns whether this copy has or had this row, with the same code.
    func hasStored(_ entry: Entry) -> Bool { everStored.contains(entry.stored) }

    /// Returns whether this copy has or had a row of a key.
    func knows(_ key: String) -> Bool { ever[key] != nil }
}
