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

    /// Undoes the last actions that have not been undone, the last one first.
    ///
    /// - Returns: The actions undone; fewer than `count` if there were no more.
    /// - Throws: A ``Problem`` if the study cannot be written.
    public func undo(_ count: Int, by coder: String) throws(Problem) -> [Action] {
        try revert(count, name: "undo", coder: coder) { $0.undo.last }
    }

    /// Redoes the actions undone last, unless another action was done since.
    ///
    /// - Returns: The actions redone; fewer than `count` if there were no more.
    /// - Throws: A ``Problem`` if the study cannot be written.
    public func redo(_ count: Int, by coder: String) throws(Problem) -> [Action] {
        try revert(count, name: "redo", coder: coder) { $0.redo.last }
    }

    private func revert(_ count: Int, name: String, coder: String, _ next: (UndoStacks) -> Action?)
        throws(Problem) -> [Action]
    {
        try write { db in
            var reverted: [Action] = []
            while reverted.count < count {
                guard let action = next(UndoStacks(try Self.actions(db))) else { break }
                let what = try Self.original(of: action, db)
                let number = try Self.nextAction(db)
                try Self.record(
                    Action(
                        number, by: coder, name: name, detail: "\(what.name) \(what.detail)", reverts: action.number),
                    db)
                for table in VersionedTable.all { try table.revert(db, action.number, by: number) }
                reverted.append(what)
            }
            return reverted
        }
    }

    /// Returns the action itself or, for an undo or redo, the action that it reverts in the end.
    private static func original(of action: Action, _ db: Database) throws -> Action {
        var action = action
        while let reverted = action.reverts,
            let row = try Row.fetchOne(
                db, sql: "SELECT \(Action.columns) FROM actions WHERE number = ?",
                arguments: [reverted])
        {
            action = try Action(row)
        }
        return action
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
