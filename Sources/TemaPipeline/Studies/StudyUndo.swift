public import TemaModel
public import TemaStudy

extension Study {
    /// Undoes a coder's last actions that have not been undone; see ``TemaStudy/Study/revert(_:last:by:anyone:codes:)``.
    public func undo(_ count: Int, by coder: String, anyone: Bool = false) throws(Problem) -> [Action] {
        try revert(.undo, last: count, by: coder, anyone: anyone, codes: codeGUIDs)
    }

    /// Redoes the actions that a coder has undone last; see ``TemaStudy/Study/revert(_:last:by:anyone:codes:)``.
    public func redo(_ count: Int, by coder: String, anyone: Bool = false) throws(Problem) -> [Action] {
        try revert(.redo, last: count, by: coder, anyone: anyone, codes: codeGUIDs)
    }

    /// Undoes one action; see ``TemaStudy/Study/revert(_:action:by:anyone:codes:)``.
    public func undo(action: Int64, by coder: String, anyone: Bool = false) throws(Problem) -> Action {
        try revert(.undo, action: action, by: coder, anyone: anyone, codes: codeGUIDs)
    }

    /// Redoes one undone action; see ``TemaStudy/Study/revert(_:action:by:anyone:codes:)``.
    public func redo(action: Int64, by coder: String, anyone: Bool = false) throws(Problem) -> Action {
        try revert(.redo, action: action, by: coder, anyone: anyone, codes: codeGUIDs)
    }

    /// Returns whether a coder can undo an action now. For several actions, ``undoable(_:by:)`` is faster.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func canUndo(_ action: Action, by coder: String) throws(Problem) -> Bool {
        try undoable([action], by: coder).contains(action.number)
    }

    /// Returns the numbers of those actions that a coder can undo now: own actions that have not been undone and on which no
    /// later action depends.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func undoable(_ actions: [Action], by coder: String) throws(Problem) -> Set<Int64> {
        try undoable(actions, by: coder, codes: codeGUIDs)
    }
}
