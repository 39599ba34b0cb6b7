internal import GRDB
import TemaModel

/// An action that can be undone or redone.
///
/// Undo and redo are actions too: an undo reverts an action, a redo reverts the undo, and undoing that again reverts the redo.
struct Reverted {
    let reversal: Reversal
    /// The action that the coders did.
    let original: Action
    /// The last action of this chain, which is the one to revert.
    let last: Action

    /// Returns the last actions that can be undone or redone, the newest first.
    ///
    /// - Parameters:
    ///   - count: The largest number of them.
    ///   - coder: The coder whose actions they are, or nil for anyone's.
    static func last(_ count: Int, _ reversal: Reversal, of coder: String?, _ db: Database) throws -> [Reverted] {
        var found: [Reverted] = []
        var reverted: Set<Int64> = []
        let rows = try Row.fetchCursor(db, sql: "SELECT \(Action.columns) FROM actions ORDER BY number DESC")
        while found.count < count, let row = try rows.next() {
            let action = try Action(row)
            if action.name == Action.purge { break }
            if let earlier = action.reverts { reverted.insert(earlier) }
            let isOwn = coder == nil || action.reverts == nil && action.coder == coder
            // What was undone before an action cannot be redone after it.
            if reversal == .redo, action.reverts == nil, isOwn { break }
            guard !reverted.contains(action.number), action.canBe(reversal) else { continue }
            let original = try Study.original(of: action, db)
            guard coder == nil || original.coder == coder else { continue }
            found.append(Reverted(reversal: reversal, original: original, last: action))
        }
        return found
    }
}

/// The later actions that revert others.
struct RevertedActions {
    /// The actions that revert others, by the numbers of these.
    private var reverting: [Int64: Action] = [:]
    /// The number of the last purge, before which nothing can be reverted.
    private var barrier: Int64 = 0

    /// - Parameter action: The number of the oldest action of interest. The history is read backwards to it.
    init(after action: Int64, _ db: Database) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT \(Action.columns) FROM actions WHERE number >= ? ORDER BY number DESC", arguments: [action]
        )
        while let row = try rows.next() {
            let later = try Action(row)
            if let earlier = later.reverts { reverting[earlier] = later }
            if later.name == Action.purge {
                barrier = later.number
                break
            }
        }
    }

    /// Returns the last action of an action's chain.
    private func last(of action: Action) -> Action {
        var last = action
        while let next = reverting[last.number] { last = next }
        return last
    }

    /// Returns the action to revert in order to undo an action, or nil if it cannot be undone.
    func undoable(_ action: Action) -> Action? {
        guard action.number > barrier else { return nil }
        let last = last(of: action)
        return last.canBe(.undo) ? last : nil
    }

    /// Returns an action that a person has chosen to undo or redo.
    ///
    /// - Throws: A ``Problem`` if there is no such action, or it cannot be undone or redone.
    func chosen(_ number: Int64, _ reversal: Reversal, _ db: Database) throws -> Reverted {
        guard let action = try Study.action(number, db) else {
            throw Problem(
                "the history has no action \(number)", kind: .missing, suggestion: "list them with `tema history`")
        }
        guard number > barrier else {
            let message = number == barrier ? "a purge cannot be undone" : "action \(number) was done before a purge"
            throw Problem(message, kind: .conflict)
        }
        let (original, last) = (try Study.original(of: action, db), last(of: action))
        guard last.canBe(reversal) else {
            let (state, other) = reversal == .undo ? ("has been undone", Reversal.redo) : ("has not been undone", .undo)
            throw Problem(
                "action \(original.number) (\(original.name)) \(state)", kind: .conflict,
                suggestion: "`tema \(other.rawValue)` does the opposite")
        }
        return Reverted(reversal: reversal, original: original, last: last)
    }
}

extension Action {
    /// Whether the action, as the last of its chain, can be undone or redone.
    fileprivate func canBe(_ reversal: Reversal) -> Bool { (name == Reversal.undo.rawValue) == (reversal == .redo) }
}

extension Study {
    static func action(_ number: Int64, _ db: Database) throws -> Action? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT \(Action.columns) FROM actions WHERE number = ?"), arguments: [number]
        ).map { try Action($0) }
    }

    /// Returns the action itself or, for an undo or redo, the action that it reverts in the end.
    static func original(of action: Action, _ db: Database) throws -> Action {
        var original = action
        while let reverted = original.reverts, let earlier = try self.action(reverted, db) { original = earlier }
        return original
    }
}
