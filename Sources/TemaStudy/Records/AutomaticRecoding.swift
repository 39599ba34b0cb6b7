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
                table.recode(&content) { _ in path }
                let twin = try Int.fetchOne(
                    change.db, sql: "SELECT 1 FROM \(table.name) WHERE key = ? AND until IS NULL",
                    arguments: [content[table.place(of: "key")]])
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

    /// Changes the code or the codes of a row, and its key if that contains the code.
    func recode(_ values: inout [DatabaseValue], _ path: (String) -> String) {
        func text(_ column: String) -> (index: Int, text: String)? {
            guard let index = columns.firstIndex(of: column), let text = String.fromDatabaseValue(values[index]) else {
                return nil
            }
            return (index, text)
        }
        if name == Self.memos.name {
            guard text("target")?.text == Memo.Target.code.rawValue, let subject = text("subject") else { return }
            let path = path(subject.text)
            if path != subject.text { values[subject.index] = path.databaseValue }
        } else if name == Self.reconciliations.name, let codes = text("codes") {
            values[codes.index] = Reconciliation.list(of: Reconciliation.codes(of: codes.text).map(path)).databaseValue
        } else if let code = text("code") {
            let path = path(code.text)
            guard path != code.text else { return }
            values[code.index] = path.databaseValue
            guard name == Self.decisions.name || name == Self.automatic.name, let key = text("key") else { return }
            // Document, passage, code and, for a decision, coder, joined by tabs.
            var parts = key.text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let place = parts.count - (name == Self.decisions.name ? 2 : 1)
            if place > 0 { parts[place] = path }
            values[key.index] = parts.joined(separator: "\t").databaseValue
        }
    }
}
