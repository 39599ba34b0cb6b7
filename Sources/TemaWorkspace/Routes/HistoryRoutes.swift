import Hummingbird
import TemaModel
import TemaPipeline
import TemaStudy

/// The history, and undoing one's own actions.
enum HistoryRoutes {
    static func add(to api: API) {
        api.get("history", list)
        api.write(.post, "undo", undo)
        api.write(.post, "redo", redo)
    }

    @Sendable private static func list(_ call: Call) throws -> Response {
        let before: Int64? = try call.query.number("before", in: 1...Int64.max)
        let limit = try call.query.number("limit", in: 1...1000) ?? 100
        let visibility = try call.desk.visibility(of: call.person)
        let me = call.person.name
        // A blind coder sees nothing of what others did.
        let isMine = call.query["mine"] == "1" || visibility.isBlind
        let actions = try call.study.history(before: before, limit: limit + 1, by: isMine ? me : nil)
        let undoable = try call.study.undoable(Array(actions.prefix(limit)), by: me)
        let rows = actions.prefix(limit).map { action in
            JSON.object([
                "number": .number(action.number), "at": .string(action.at), "coder": .string(action.coder),
                "name": .string(action.name), "detail": .string(action.detail), "reverts": .number(action.reverts),
                "canUndo": .flag(undoable.contains(action.number)),
            ])
        }
        return Response(.object(["actions": .list(rows), "more": .flag(actions.count > limit)]))
    }

    @Sendable private static func undo(_ call: Call) throws -> Response {
        var body = try call.body
        let action = try body.optionalNumber("action")
        try body.end()
        let me = call.person.name
        return try answer(call) { () throws(Problem) in
            guard let action else { return try call.study.undo(1, by: me).first }
            return try call.study.undo(action: Int64(action), by: me)
        }
    }

    @Sendable private static func redo(_ call: Call) throws -> Response {
        try call.body.end()
        return try answer(call) { () throws(Problem) in try call.study.redo(1, by: call.person.name).first }
    }

    private static func answer(_ call: Call, _ revert: () throws(Problem) -> Action?) throws -> Response {
        let reverted: Action?
        do { reverted = try revert() } catch {
            // The reason names who did what later, which a blind coder must not learn.
            guard error.kind == .conflict, try call.desk.visibility(of: call.person).isBlind else { throw error }
            throw Problem("later actions depend on this one", kind: .conflict)
        }
        let json = reverted.map { action in
            JSON.object([
                "number": .number(action.number), "name": .string(action.name), "detail": .string(action.detail),
            ])
        }
        return Response(.object(["action": .number(try call.study.lastAction()), "reverted": json ?? .null]))
    }
}
