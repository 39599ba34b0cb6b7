internal import GRDB
import TemaModel

extension Study {
    /// Undoes the last actions that have not been undone, the last one first.
    ///
    /// - Returns: The actions undone; none if there are none to undo.
    /// - Throws: A ``Problem`` if there are some, but fewer than `count`, or the study cannot be written. Nothing is undone
    ///   then.
    public func undo(_ count: Int, by coder: String) throws(Problem) -> [Action] {
        try revert(count, name: "undo", coder: coder, \.undo)
    }

    /// Redoes the actions undone last, unless another action was done since.
    ///
    /// - Returns: The actions redone; none if there are none to redo.
    /// - Throws: A ``Problem`` if there are some, but fewer than `count`, or the study cannot be written. Nothing is redone
    ///   then.
    public func redo(_ count: Int, by coder: String) throws(Problem) -> [Action] {
        try revert(count, name: "redo", coder: coder, \.redo)
    }

    private func revert(
        _ count: Int, name: String, coder: String, _ stack: KeyPath<UndoStacks, [Action]>
    ) throws(Problem) -> [Action] {
        try write { db in
            let actions = UndoStacks(try Self.actions(db))[keyPath: stack]
            guard actions.isEmpty || count <= actions.count else {
                throw Problem(
                    "there \(actions.count == 1 ? "is" : "are") only \(counted(actions.count, "action")) to \(name)",
                    suggestion: "list them with `tema history`", file: path)
            }
            var reverted: [Action] = []
            for action in actions.suffix(count).reversed() {
                let what = try Self.original(of: action, db)
                let number = try Self.nextAction(db)
                for table in VersionedTable.all { try table.revert(db, action.number, by: number) }
                try Self.record(
                    Action(
                        number, by: coder, name: name, detail: "\(what.name) \(what.detail)", reverts: action.number),
                    db)
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
}

/// The actions that can be undone and redone. Reverting an undo is a redo.
struct UndoStacks {
    private(set) var undo: [Action] = []
    private(set) var redo: [Action] = []

    init(_ actions: [Action]) {
        for action in actions {
            if action.name == Action.purge {
                (undo, redo) = ([], [])
                continue
            }
            guard let reverted = action.reverts else {
                undo.append(action)
                redo = []
                continue
            }
            if undo.last?.number == reverted {
                undo.removeLast()
                redo.append(action)
            } else if redo.last?.number == reverted {
                redo.removeLast()
                undo.append(action)
            }
        }
    }
}
