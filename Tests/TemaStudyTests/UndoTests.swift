import GRDB
import TemaModel
import Testing

@testable import TemaStudy

@Suite("Undo and redo") struct UndoTests {
    private let place = Place()

    private func undo(_ study: Study, _ count: Int = 1, by coder: String) throws(Problem) -> [Action] {
        try study.revert(.undo, last: count, by: coder, codes: Composed.noCodes)
    }

    private func undo(_ study: Study, action: Int64, by coder: String, anyone: Bool = false) throws(Problem) -> Action {
        try study.revert(.undo, action: action, by: coder, anyone: anyone, codes: Composed.noCodes)
    }

    private func redo(_ study: Study, by coder: String) throws(Problem) -> [Action] {
        try study.revert(.redo, last: 1, by: coder, codes: Composed.noCodes)
    }

    private func refusal(_ body: () throws -> Void) -> Problem? { #expect(throws: Problem.self) { try body() } }

    @Test("revert a coder's own last actions, whatever others did since")
    func own() throws {
        let study = try Composed.study(at: place)
        _ = try study.tag("lake", .passage(0), code: "a", by: "ana")
        _ = try study.tag("lake", .passage(1), code: "a", by: "ben")
        _ = try study.tag("lake", .passage(2), code: "a", by: "ana")
        _ = try study.tag("lake", .passage(2), code: "a", by: "ben")
        #expect(try undo(study, 2, by: "ana").map(\.number) == [4, 2])
        #expect(try study.codings().map(\.coder) == ["ben", "ben"])
        _ = try study.mark(["lake"], done: true, by: "ben")
        // Only ana's own actions would prevent her redo.
        #expect(try redo(study, by: "ana").map(\.number) == [2])
        #expect(try redo(study, by: "ana").map(\.number) == [4])
        #expect(try redo(study, by: "ana").isEmpty && redo(study, by: "ben").isEmpty)
        #expect(try undo(study, by: "eve").isEmpty)
        #expect(try study.codings().count == 4 && study.verify().problems.isEmpty)
    }

    @Test("revert one chosen action, once, and others' only on request")
    func chosen() throws {
        let study = try Composed.study(at: place)
        _ = try study.tag("lake", .passage(0), code: "a", by: "ana")
        _ = try study.tag("lake", .passage(1), code: "a", by: "ana")
        #expect(refusal { _ = try undo(study, action: 2, by: "ben") }?.kind == .notAllowed)
        #expect(refusal { _ = try undo(study, action: 9, by: "ana") }?.kind == .missing)
        #expect(try undo(study, action: 2, by: "ben", anyone: true).number == 2)
        #expect(refusal { _ = try undo(study, action: 2, by: "ana") }?.message == "action 2 (tag) has been undone")
        #expect(try study.codings().map(\.passage) == [1])
        #expect(try study.undoable(study.history(), by: "ana", codes: Composed.noCodes) == [3])
        #expect(try redo(study, by: "ana").map(\.number) == [2])
        #expect(try undo(study, by: "ana").map(\.number) == [2])
        #expect(try study.revert(.redo, action: 2, by: "ana", codes: Composed.noCodes).number == 2)
        #expect(
            refusal { _ = try study.revert(.redo, action: 3, by: "ana", codes: Composed.noCodes) }?.kind == .conflict)
        #expect(try study.codings().count == 2)
    }

    @Test("are refused if a later action changed the same rows, and name it")
    func changed() throws {
        let study = try Composed.study(at: place)
        let id = try study.tag("lake", .passage(0), code: "a", by: "ana").id
        _ = try study.recode([id], to: "b", by: "ana")
        var problem = refusal { _ = try undo(study, action: 2, by: "ana") }
        #expect(
            problem?.message
                == "action 2 (tag) cannot be undone, because action 3 (recode, by ana) depends on it")
        #expect(problem?.kind == .conflict)
        _ = try undo(study, by: "ana")
        _ = try study.untag([id], by: "ana")
        problem = refusal { _ = try undo(study, action: 2, by: "ana") }
        #expect(problem?.message.contains("action 5 (untag, by ana)") == true)
        // The row is as the action left it.
        _ = try undo(study, by: "ana")
        #expect(try undo(study, action: 2, by: "ana").number == 2)
        #expect(try study.codings().isEmpty && study.verify().problems.isEmpty)
    }

    @Test("are refused if a later row refers to what would be removed")
    func references() throws {
        let study = try Composed.study(at: place)
        let coding = try study.tag("lake", .passage(0), code: "a", by: "ana")
        _ = try study.note("Why?", on: .coding, subject: coding.id, by: "ben")
        #expect(refusal { _ = try undo(study, action: 2, by: "ana") }?.message.contains("(memo, by ben)") == true)
        #expect(refusal { _ = try undo(study, action: 1, by: "ana") }?.message.contains("(tag, by ana)") == true)
        let now = try study.undoable(study.history(), by: "ana", codes: Composed.noCodes)
        #expect(now.isEmpty)
        #expect(try study.undoable(study.history(), by: "ben", codes: Composed.noCodes) == [3])
        #expect(try undo(study, by: "ben").count == 1)
        #expect(try undo(study, 2, by: "ana").map(\.name) == ["tag", "import"])
    }

    @Test("do not restore a memo without its coding, a coding of replaced text or a second coding of the same words")
    func restored() throws {
        let study = try Composed.study(at: place)
        let coding = try study.tag("lake", .passage(1), code: "a", by: "ana", memo: "Why?")
        _ = try study.removeMemos(study.memos().map(\.id), by: "ana")
        _ = try study.untag([coding.id], by: "ana")
        #expect(refusal { _ = try undo(study, action: 3, by: "ana") }?.message.contains("action 4 (untag") == true)
        _ = try study.tag("lake", .passage(1), code: "a", by: "ana")
        #expect(refusal { _ = try undo(study, action: 4, by: "ana") }?.message.contains("action 5 (tag") == true)
        _ = try undo(study, by: "ana")
        let changed = Composed.document("lake", ["Gone.", "The lake was cold, and the boat was gone."])
        _ = try study.importDocuments(by: "ben") { take in try take(changed) }
        #expect(refusal { _ = try undo(study, action: 4, by: "ana") }?.message.contains("(import, by ben)") == true)
        _ = try undo(study, by: "ben")
        #expect(try undo(study, action: 4, by: "ana").name == "untag")
        #expect(try study.codings() == [coding])
    }

    @Test("of an import are refused if its texts have been coded since")
    func imports() throws {
        let study = try Composed.study(at: place)
        let changed = Composed.document("lake", ["Gone.", "The lake was cold, and the boat was gone."])
        _ = try study.importDocuments(by: "ana") { take in try take(changed) }
        _ = try study.tag("lake", .passage(0), code: "a", by: "ben")
        #expect(refusal { _ = try undo(study, by: "ana") }?.message.contains("action 3 (tag, by ben)") == true)
        _ = try undo(study, by: "ben")
        _ = try undo(study, by: "ana")
        _ = try study.mark(["lake"], done: true, by: "ben")
        #expect(refusal { _ = try undo(study, by: "ana") }?.message.contains("(done, by ben)") == true)
    }

    @Test("stop at a purge")
    func purge() throws {
        let study = try Composed.study(at: place)
        _ = try study.tag("lake", .passage(0), code: "a", by: "ana")
        _ = try study.purge(by: "ben", alsoBackups: true)
        #expect(try undo(study, by: "ana").isEmpty)
        #expect(refusal { _ = try undo(study, action: 2, by: "ana") }?.kind == .conflict)
        #expect(refusal { _ = try undo(study, action: 3, by: "ben") }?.message == "a purge cannot be undone")
        #expect(try study.undoable(study.history(), by: "ana", codes: Composed.noCodes).isEmpty)
    }

    @Test("read the history from its end")
    func pages() throws {
        let study = try Composed.study(at: place)
        for (number, coder) in ["ana", "ben", "ana"].enumerated() {
            _ = try study.tag("lake", .passage(number), code: "a", by: coder)
        }
        #expect(try study.history(limit: 2).map(\.number) == [4, 3])
        #expect(try study.history(before: 3, limit: 9).map(\.number) == [2, 1])
        #expect(try study.history(limit: 2, by: "ana").map(\.number) == [4, 2])
        #expect(try study.lastAction() == 4)
        #expect(try Study.create(at: place.path + "x").lastAction() == 0)
    }

    @Test("find the rows concerned by the indexes, without reading a complete table")
    func plans() throws {
        let study = try Composed.study(at: place)
        let coding = try study.tag("lake", .passage(0), code: "a", by: "ana", memo: "Why?")
        _ = try study.untag([coding.id], by: "ana")
        _ = try study.mark(["lake"], done: true, by: "ana")
        try study.write { db in
            // Statistics would make SQLite read small tables completely.
            var statements: [String] = []
            db.trace { if case .statement(let statement) = $0 { statements.append(statement.expandedSQL) } }
            for action in 1...4 as ClosedRange<Int64> {
                let dependence = Dependence(db: db, action: action)
                _ = try dependence.obstacle()
                for table in VersionedTable.all { try table.revert(db, action, by: 9) }
            }
            db.trace()
            #expect(statements.count > 40)
            for statement in statements {
                let steps = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(statement)").map { $0["detail"] as String }
                #expect(steps.allSatisfy { !$0.hasPrefix("SCAN") || $0.contains("gone") }, "\(statement): \(steps)")
            }
        }
    }
}
