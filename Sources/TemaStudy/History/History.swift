internal import GRDB
import TemaFormats
import TemaModel

extension Study {
    /// Returns all actions, oldest first.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or an action's row is damaged.
    public func history() throws(Problem) -> [Action] {
        try read { try Self.actions($0) }
    }

    /// Returns the last actions, newest first.
    ///
    /// - Parameters:
    ///   - number: Only actions before this one are returned, or all if it is nil.
    ///   - limit: The largest number of actions.
    ///   - coder: The coder whose actions are returned, or nil for everyone's.
    /// - Throws: A ``Problem`` if the study cannot be read or an action's row is damaged.
    public func history(before number: Int64? = nil, limit: Int, by coder: String? = nil) throws(Problem) -> [Action] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(Action.columns) FROM actions WHERE number < ?1 AND (?2 IS NULL OR coder = ?2)
                    ORDER BY number DESC LIMIT ?3
                    """, arguments: [number ?? .max, coder, limit]
            ).map { try Action($0) }
        }
    }

    /// Returns the number of the last action, or 0 if there is none.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func lastAction() throws(Problem) -> Int64 { try read { try Self.nextAction($0) - 1 } }

    static func actions(_ db: Database) throws -> [Action] {
        try Row.fetchAll(db, sql: "SELECT \(Action.columns) FROM actions ORDER BY number")
            .map { try Action($0) }
    }

    /// Returns the number of the next action.
    static func nextAction(_ db: Database) throws -> Int64 {
        (try Int64.fetchOne(db, sql: "SELECT max(number) FROM actions") ?? 0) + 1
    }

    /// Records an action after its changes, and counts these.
    static func record(_ action: Action, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO actions (\(Action.columns)) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                action.number, action.at, action.coder, action.name, action.detail, action.reverts, action.checksum,
            ])
        try RowTally.record(action, db)
    }
}

/// One atomic step of a study's history.
public struct Action: Sendable, Hashable {
    /// The action's number, from 1, in order of time.
    public var number: Int64
    /// The time in UTC, such as `2026-01-31T12:00:00Z`.
    public var at: String
    /// The name of the person who did it.
    public var coder: String
    /// The name of the command, such as `tag`.
    public var name: String
    /// A summary by which a person recognises the action. It contains no words of a document.
    public var detail: String
    /// The number of the action that this one reverts: for an undo the original action, for a redo the undo.
    public var reverts: Int64?

    init(_ number: Int64, by coder: String, name: String, detail: String, reverts: Int64? = nil) {
        at = Timestamp.now.text
        (self.number, self.coder, self.name, self.detail, self.reverts) = (number, coder, name, detail, reverts)
    }

    /// The name of a purge. Actions before it cannot be undone.
    static let purge = "purge"

    static let columns = "number, at, coder, name, detail, reverts, checksum"

    /// - Throws: A ``Problem`` if the checksum does not match.
    init(_ row: Row) throws {
        var fields = RowDecoder(row)
        (number, at, coder) = (try fields.next(), try fields.next(), try fields.next())
        (name, detail, reverts) = (try fields.next(), try fields.next(), try fields.optional())
        try fields.check("action \(number) of the history")
    }

    var checksum: Int64 { Checksum.of(values(number, at, coder, name, detail, reverts)) }
}
