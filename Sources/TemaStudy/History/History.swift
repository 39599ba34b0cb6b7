internal import GRDB
import TemaModel

extension Study {
    /// Returns all actions, oldest first.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or an action's row is damaged.
    public func history() throws(Problem) -> [Action] {
        try read { try Self.actions($0) }
    }

    static func actions(_ db: Database) throws -> [Action] {
        try Row.fetchAll(db, sql: "SELECT \(Action.columns) FROM actions ORDER BY number")
            .map { try Action($0) }
    }

    /// Returns the number of the next action.
    static func nextAction(_ db: Database) throws -> Int64 {
        (try Int64.fetchOne(db, sql: "SELECT max(number) FROM actions") ?? 0) + 1
    }

    static func record(_ action: Action, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO actions (\(Action.columns)) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                action.number, action.at, action.coder, action.name, action.detail, action.reverts, action.checksum,
            ])
    }
}
