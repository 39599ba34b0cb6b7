internal import GRDB
import TemaModel

/// Finds what keeps an action from being reverted: a later action that changed the same rows, or whose rows would refer to rows
/// that the study no longer has.
///
/// All conditions start from the action's own rows, by the indexes of `since` and `until`, or from the rows of later actions.
/// In them `:t` is the action.
struct Dependence {
    /// What prevents that the action is reverted.
    enum Obstacle: Hashable {
        /// A later action.
        case action(Int64)
        /// The last action that ended a row.
        case end(of: String, key: String)
    }

    let db: Database
    let action: Int64

    private static let tablesOfDocuments = ["codings", "automatic", "decisions", "done"]

    /// Returns the first obstacle found, or nil if the action can be reverted as far as codes do not matter.
    func obstacle() throws -> Obstacle? {
        for table in VersionedTable.all where try touches(table) {
            if let found = try changed(table) { return found }
        }
        return try missingDocuments() ?? otherTexts() ?? missingCodings() ?? twins()
    }

    /// Returns whether the action added or ended rows of a table.
    func touches(_ table: VersionedTable) throws -> Bool {
        try first("SELECT since FROM \(table.name) WHERE \(Self.added)") != nil
            || first("SELECT since FROM \(table.name) WHERE \(Self.ended)") != nil
    }

    /// The condition of the rows that the action added, which it would remove.
    static let added = "since = :t AND until IS NOT :t"
    /// The condition of the rows that the action ended, which it would restore.
    static let ended = "until = :t AND since < :t"

    /// The keys of the rows that would be removed without another row in their places.
    private static func gone(_ table: String) -> String {
        "SELECT key FROM \(table) WHERE \(added) AND key NOT IN (SELECT key FROM \(table) WHERE \(ended))"
    }

    /// The condition of later rows of other keys than the action's. The table has the name `r`.
    static func later(_ table: String) -> String {
        "r.until IS NULL AND r.since > :t AND r.key NOT IN (SELECT key FROM \(table) WHERE since = :t)"
    }

    /// A row that the action changed is not as the action left it.
    private func changed(_ table: VersionedTable) throws -> Obstacle? {
        func columns(_ name: String) -> String { table.columns.map { "\(name).\($0)" }.joined(separator: ", ") }
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT r.key, now.since FROM \(table.name) r
                    LEFT JOIN \(table.name) now ON now.key = r.key AND now.until IS NULL
                    WHERE r.since = :t AND r.until > :t
                    AND (now.key IS NULL OR (\(columns("r"))) IS NOT (\(columns("now")))) LIMIT 1
                    """), arguments: ["t": action])
        if let row {
            var fields = RowDecoder(row)
            let key: String = try fields.next()
            let since: Int64? = try fields.optional()
            return since.map { .action($0) } ?? .end(of: table.name, key: key)
        }
        return try first(
            """
            SELECT now.since FROM \(table.name) r JOIN \(table.name) now ON now.key = r.key AND now.until IS NULL
            WHERE r.until = :t AND r.since < :t AND now.since > :t
            AND r.key NOT IN (SELECT key FROM \(table.name) WHERE \(Self.added))
            """)
    }

    /// A later row is on a document that would be removed, or a row that would be restored is on one that was removed.
    private func missingDocuments() throws -> Obstacle? {
        let gone = "(\(Self.gone("documents"))) gone"
        for table in Self.tablesOfDocuments {
            // Keys of other tables begin with the document and a tab.
            let join =
                table == "codings"
                ? "r.document = gone.key" : "r.key >= gone.key || char(9) AND r.key < gone.key || char(10)"
            let found = try first(
                "SELECT r.since FROM \(gone) JOIN \(table) r ON \(join) WHERE \(Self.later(table))")
            if let found { return found }
        }
        let memo = try first(
            """
            SELECT r.since FROM memos r WHERE \(Self.later("memos")) AND r.target = 'document'
            AND r.subject IN (\(Self.gone("documents")))
            """)
        if let memo { return memo }
        for table in Self.tablesOfDocuments {
            if let found = try removed("documents", of: table, "document") { return found }
        }
        return try removed("documents", of: "memos", "subject", "AND target = 'document'")
    }

    /// A later coding is on the text that would be replaced, or one that would be restored is on a text that was replaced.
    private func otherTexts() throws -> Obstacle? {
        try first(
            """
            SELECT r.since FROM documents old JOIN documents now ON now.key = old.key AND now.until IS NULL
            JOIN revisions before ON before.number = old.revision JOIN revisions after ON after.number = now.revision
            JOIN codings r ON r.document = old.key AND r.hash = after.hash AND r.state <> 'lost'
            WHERE old.until = :t AND old.since < :t AND before.hash <> after.hash AND \(Self.later("codings"))
            """)
            ?? first(
                """
                SELECT now.since FROM codings old JOIN documents now ON now.key = old.document AND now.until IS NULL
                JOIN revisions text ON text.number = now.revision
                WHERE old.until = :t AND old.since < :t AND old.state <> 'lost' AND now.since > :t
                AND text.hash <> old.hash AND old.document NOT IN (SELECT key FROM documents WHERE since = :t)
                """)
    }

    /// A later memo is on a coding that would be removed, or one that would be restored is on a coding that was removed.
    private func missingCodings() throws -> Obstacle? {
        try first(
            """
            SELECT r.since FROM memos r WHERE \(Self.later("memos")) AND r.target = 'coding'
            AND r.subject IN (\(Self.gone("codings")))
            """)
            ?? removed("codings", of: "memos", "subject", "AND target = 'coding'")
    }

    /// The coder has coded the words of a coding that would be restored with the same code since.
    private func twins() throws -> Obstacle? {
        try first(
            """
            SELECT r.since FROM codings old JOIN codings r ON r.document = old.document AND r."start" = old."start"
            AND r."end" = old."end" AND r.hash = old.hash AND r.code = old.code AND r.coder = old.coder
            WHERE old.until = :t AND old.since < :t AND r.key <> old.key AND \(Self.later("codings"))
            """)
    }

    /// A row that would be restored refers to a key that a later action ended and that would not be restored.
    private func removed(
        _ table: String, of referring: String, _ column: String, _ condition: String = ""
    ) throws -> Obstacle? {
        let key = try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT old.\(column) FROM \(referring) old WHERE \(Self.ended) \(condition)
                    AND NOT EXISTS (SELECT 1 FROM \(table) now WHERE now.key = old.\(column) AND now.until IS NULL)
                    AND old.\(column) NOT IN (SELECT key FROM \(table) WHERE \(Self.ended))
                    AND old.\(column) IN (SELECT key FROM \(table) WHERE until > :t) LIMIT 1
                    """), arguments: ["t": action])
        return key.map { .end(of: table, key: $0) }
    }

    private func first(_ sql: String) throws -> Obstacle? {
        try Int64.fetchOne(db.cachedStatement(sql: "\(sql) LIMIT 1"), arguments: ["t": action]).map { .action($0) }
    }

    /// Returns the action of an obstacle.
    func blocker(_ obstacle: Obstacle) throws -> Action? {
        let number: Int64?
        switch obstacle {
        case .action(let action): number = action
        case .end(let table, let key):
            number = try Int64.fetchOne(
                db, sql: "SELECT max(until) FROM \(table) WHERE until > ? AND key = ?", arguments: [action, key])
        }
        return try number.flatMap { try Study.action($0, db) }
    }
}
