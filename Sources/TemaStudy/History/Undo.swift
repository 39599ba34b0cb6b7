internal import GRDB
import TemaModel

/// The two ways in which an action can be reverted.
public enum Reversal: String, Sendable {
    case undo = "undo"
    case redo = "redo"
}

extension Study {
    /// Undoes a coder's last actions that have not been undone, the last one first; or redoes those that were undone last,
    /// unless the coder has done another one since.
    ///
    /// It reads the history backwards, only as far as necessary.
    ///
    /// - Parameters:
    ///   - count: The number of actions.
    ///   - coder: The coder who undoes or redoes.
    ///   - anyone: Whether the actions may be anyone's. Otherwise they are the coder's own.
    ///   - codes: Reads the codebook and its earlier versions. A row that is restored with an earlier path of its code gets the
    ///     present one.
    /// - Returns: The actions undone or redone; none if there are none.
    /// - Throws: A ``Problem`` if there are some, but fewer than `count`, or the study cannot be written. Its kind is
    ///   ``TemaModel/Problem/Kind/conflict`` if later actions depend on one of them. The study is then unchanged.
    public func revert(
        _ reversal: Reversal, last count: Int, by coder: String, anyone: Bool = false, codes: CodeReader
    ) throws(Problem) -> [Action] {
        try reverting(by: coder, codes) { db in
            let found = try Reverted.last(count, reversal, of: anyone ? nil : coder, db)
            guard found.isEmpty || count == found.count else {
                throw Problem(
                    "there \(found.count == 1 ? "is" : "are") only \(counted(found.count, "action")) to \(reversal)",
                    suggestion: "list them with `tema history`", file: path)
            }
            return found
        }
    }

    /// Undoes or redoes one action.
    ///
    /// - Parameters:
    ///   - action: The action's number.
    ///   - coder: The coder who undoes or redoes.
    ///   - anyone: Whether the action may be anyone's. Otherwise it must be the coder's own.
    ///   - codes: Reads the codebook and its earlier versions. A row that is restored with an earlier path of its code gets the
    ///     present one.
    /// - Returns: The action.
    /// - Throws: A ``Problem`` if the study cannot be written. Its kind is ``TemaModel/Problem/Kind/missing`` if there is no
    ///   such action, ``TemaModel/Problem/Kind/notAllowed`` if it is another coder's, and
    ///   ``TemaModel/Problem/Kind/conflict`` if it has been undone or not been undone already, was done before a purge, or
    ///   later actions depend on it. The study is then unchanged.
    public func revert(
        _ reversal: Reversal, action: Int64, by coder: String, anyone: Bool = false, codes: CodeReader
    ) throws(Problem) -> Action {
        let done = try reverting(by: coder, codes) { db in
            let chosen = try RevertedActions(after: action, db).chosen(action, reversal, db)
            guard anyone || chosen.original.coder == coder else {
                throw Problem(
                    "action \(chosen.original.number) is by \(chosen.original.coder)", kind: .notAllowed,
                    suggestion: "--anyone reverts the actions of others", file: path)
            }
            return [chosen]
        }
        guard let action = done.first else { throw Problem("nothing was reverted", file: path) }
        return action
    }

    /// Returns the numbers of those actions that their coder can undo now.
    ///
    /// - Parameters:
    ///   - actions: The actions, such as a page of the history. Undo and redo are not undone themselves.
    ///   - coder: The coder. Others' actions are not returned.
    ///   - codes: Reads the codebook and its earlier versions.
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func undoable(_ actions: [Action], by coder: String, codes: CodeReader) throws(Problem) -> Set<Int64> {
        try withoutActuallyEscaping(codes) { codes throws(Problem) in
            try read { db in
                guard let oldest = actions.map(\.number).min() else { return [] }
                let reverted = try RevertedActions(after: oldest, db)
                var versions = CodebookVersions(db, codes)
                let own = try actions.filter { action in
                    guard action.coder == coder, action.reverts == nil,
                        let last = reverted.undoable(action)
                    else { return false }
                    let dependence = Dependence(db: db, action: last.number)
                    return try dependence.obstacle() == nil
                        && CodeDependence(dependence).paths(&versions).obstacle == nil
                }
                return Set(own.map(\.number))
            }
        }
    }

    /// Reverts the actions that a body finds, in one transaction.
    private func reverting(
        by coder: String, _ codes: CodeReader, _ find: (Database) throws -> [Reverted]
    ) throws(Problem) -> [Action] {
        try withoutActuallyEscaping(codes) { codes throws(Problem) in
            try write { db in
                let found = try find(db)
                for action in found { try action.revert(by: coder, codes, db) }
                return found.map(\.original)
            }
        }
    }
}

extension Reverted {
    /// Reverts the action as a further action.
    ///
    /// - Throws: A ``Problem`` of the kind ``TemaModel/Problem/Kind/conflict`` if a later action depends on it.
    fileprivate func revert(by coder: String, _ codes: @escaping CodeReader, _ db: Database) throws {
        let dependence = Dependence(db: db, action: last.number)
        if let obstacle = try dependence.obstacle() { throw try problem(dependence.blocker(obstacle)) }
        var versions = CodebookVersions(db, codes)
        let (obstacle, paths) = try CodeDependence(dependence).paths(&versions)
        if let obstacle { throw try problem(dependence.blocker(obstacle)) }
        let change = Change(db: db, action: try Study.nextAction(db), coder: coder)
        for table in VersionedTable.all { try table.revert(db, last.number, by: change.action) }
        try CodeDependence.move(paths, change)
        try Study.record(
            Action(
                change.action, by: coder, name: reversal.rawValue, detail: "\(original.name) \(original.detail)",
                reverts: last.number), db)
    }

    private func problem(_ blocker: Action?) -> Problem {
        let later = blocker.map { "action \($0.number) (\($0.name), by \($0.coder))" } ?? "a later action"
        let what = reversal == .undo ? "undone" : "redone"
        return Problem(
            "action \(original.number) (\(original.name)) cannot be \(what), because \(later) depends on it",
            kind: .conflict, suggestion: "undo the later action first")
    }
}
