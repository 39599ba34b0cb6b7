internal import GRDB
import TemaModel

extension Study {
    /// Moves automatic codings and the decisions on them to their codes' new paths.
    ///
    /// Those of a deleted code are removed. If two codes are merged and both have a row for a passage, that of the
    /// remaining code is kept.
    static func recodeAutomatic(_ edit: CodebookEdit, _ change: Change) throws {
        for table in [VersionedTable.automatic, .decisions] {
            for row in try rows(of: table, at: edit.path, db: change.db) {
                let key: String = try row.decode(atIndex: table.place(of: "key"))
                let code: String = try row.decode(atIndex: table.place(of: "code"))
                let path = edit.newPath(of: code)
                guard path != code else { continue }
                try table.end(change.db, key: key, until: change.action)
                guard let path else { continue }
                var content = Array(row.databaseValues.prefix(table.columns.count))
                let moved = try table.key(of: row, code: path)
                content[table.place(of: "key")] = moved.databaseValue
                content[table.place(of: "code")] = path.databaseValue
                let twin = try Int.fetchOne(
                    change.db, sql: "SELECT 1 FROM \(table.name) WHERE key = ? AND until IS NULL", arguments: [moved])
                if twin == nil { try table.put(change.db, content, since: change.action) }
            }
        }
    }

    /// Returns the rows of a code and of its descendants, after checking their checksums.
    private static func rows(of table: VersionedTable, at path: String, db: Database) throws -> [Row] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT \(table.list) FROM \(table.name) WHERE until IS NULL AND (code = ? OR substr(code, 1, length(?)) = ?)
                ORDER BY key
                """, arguments: [path, path + "/", path + "/"])
        for row in rows {
            let all = Array(row.databaseValues)
            guard Checksum.of(all.dropLast()).databaseValue == all.last else {
                throw Problem("\(table.name) of \(path) is damaged", suggestion: "restore the study from a backup")
            }
        }
        return rows
    }
}

extension VersionedTable {
    fileprivate func place(of column: String) -> Int { columns.firstIndex(of: column) ?? 0 }

    /// Returns the key of a row with another code: the document, the passage, the code and, for a decision, the coder.
    fileprivate func key(of row: Row, code: String) throws -> String {
        let document: String = try row.decode(atIndex: place(of: "document"))
        let passage: Int = try row.decode(atIndex: place(of: "passage"))
        let key = "\(document)\t\(passage)\t\(code)"
        guard name == Self.decisions.name else { return key }
        let coder: String = try row.decode(atIndex: place(of: "coder"))
        return key + "\t" + coder
    }
}
