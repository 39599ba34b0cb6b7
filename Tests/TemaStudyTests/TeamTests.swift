import TemaModel
import Testing

@testable import TemaStudy

@Suite("A team") struct TeamTests {
    private let place = Place()
    private let study: Study

    init() throws {
        study = try Composed.study(at: place, [Composed.lake, Composed.document("boat", ["Nobody saw the boat."])])
        #expect(try study.addCoder("ana", role: .coordinator, by: "ana"))
        #expect(try study.addCoder("ben", role: .coder, by: "ana"))
    }

    @Test("has coders with roles, who can be changed, removed and restored")
    func coders() throws {
        #expect(try study.addCoder("ben", role: .coder, by: "ana") == false)
        #expect(try study.addCoder("ben", role: .coordinator, by: "ana"))
        #expect(try study.coderRows().map { "\($0.name) \($0.role)" } == ["ana coordinator", "ben coordinator"])
        _ = try study.assign(["lake"], to: ["ben"], by: "ana")
        try study.removeCoder("ben", by: "ana")
        #expect(try study.coderRows().map(\.name) == ["ana"] && study.assignments().isEmpty)
        #expect(try study.undo(1, by: "ana").map(\.name) == ["coders"])
        #expect(try study.coderRows().count == 2 && study.assignments().count == 1)
        #expect(try study.verify().problems.isEmpty)
    }

    @Test("keeps a coder who has work in the study")
    func work() throws {
        _ = try study.mark(["lake"], done: true, by: "ben")
        let problem = #expect(throws: Problem.self) { try study.removeCoder("ben", by: "ana") }
        #expect(problem?.message == "the study has work of ben: 1 row of done")
        let unknown = #expect(throws: Problem.self) { try study.removeCoder("bén", by: "ana") }
        #expect(unknown?.kind == .missing)
    }

    @Test("refuses names that cannot be those of coders", arguments: ["", "a\tb", Study.consensus])
    func names(name: String) {
        #expect(throws: Problem.self) { try study.addCoder(name, role: .coder, by: "ana") }
    }

    @Test("has assignments, to people who are in the team or have coded")
    func assignments() throws {
        #expect(try study.assign(["lake", "boat"], to: ["ana", "ben"], by: "ana") == 4)
        #expect(try study.assign(["lake"], to: ["ben"], by: "ana") == 0)
        #expect(try study.assign(["lake"], to: ["ben"], isAssigned: false, by: "ana") == 1)
        #expect(try study.assignments().map { "\($0.document) \($0.coder)" } == ["boat ana", "boat ben", "lake ana"])
        #expect(throws: Problem.self) { try study.assign(["boat"], to: ["eve"], by: "ana") }
        #expect(throws: Problem.self) { try study.assign(["lake", "sea"], to: ["ben"], by: "ana") }
        #expect(try study.assignments().count == 3)
        _ = try study.tag("lake", .passage(0), code: "water", by: "eve")
        #expect(try study.assign(["boat"], to: ["eve"], by: "ana") == 1)
    }

    @Test("has no assignments, rules and outcomes of a document that was removed, after a purge")
    func purge() throws {
        _ = try study.importDocuments(by: "ana") { take in try take(Composed.document("sea", ["The sea."])) }
        let hash = try study.read { try Study.revision($0, of: "sea").hash }
        _ = try study.assign(["sea", "lake"], to: ["ben"], by: "ana")
        _ = try study.setOpen(["sea", "lake"], by: "ana")
        _ = try study.reconcile(
            id: "x", document: "sea", hash: hash, span: 0..<3, codes: [], choice: .neither, by: "ana")
        try study.write { try $0.execute(sql: "UPDATE documents SET until = 99 WHERE key = 'sea'") }
        _ = try study.purge(by: "ana", alsoBackups: true)
        #expect(try study.assignments().map(\.document) == ["lake"] && study.reconciliations().isEmpty)
        #expect(try study.read { try Study.rules($0) }.map(\.subject) == [.open(document: "lake")])
        #expect(try study.verify().problems.isEmpty)
    }
}

@Suite("The blind rule") struct VisibilityTests {
    /// Ana and Ben have a part in d; Cleo has none. Dora is a coordinator.
    private static func work(done: Set<String> = [], open: Bool = false, isBlind: Bool = true) -> TeamWork {
        TeamWork(
            isBlind: isBlind, open: open ? ["d"] : [], coordinators: ["dora"], parts: ["d": ["ana", "ben"]],
            finished: ["d": done])
    }

    @Test(
        "shows others' work in a document only if it is off, the document is open, or all are done",
        arguments: [
            ("ana", work(), false), ("ana", work(isBlind: false), true), ("ana", work(open: true), true),
            ("ana", work(done: ["ana"]), false), ("ana", work(done: ["ben"]), false),
            ("ana", work(done: ["ana", "ben"]), true), ("cleo", work(done: ["ana", "ben"]), false),
            ("cleo", work(done: ["ana", "ben", "cleo"]), true), ("cleo", work(done: ["cleo"]), false),
            ("dora", work(done: ["ana"]), false), ("dora", work(done: ["ana", "ben"]), true),
        ])
    func law(coder: String, work: TeamWork, isVisible: Bool) {
        let visibility = Visibility(for: coder, work)
        #expect(visibility.sees("ben", in: "d") == (isVisible || coder == "ben"))
        #expect(visibility.sees(Study.consensus, in: "d") == isVisible)
        #expect(visibility.sees(coder, in: "d"))
        #expect(visibility.isBlind == work.isBlind && visibility.isCoordinator == (coder == "dora"))
    }

    @Test("hides others' memos on codes and the study, because they may quote")
    func memos() {
        let visibility = Visibility(for: "ana", Self.work(done: ["ana", "ben"]))
        #expect(!visibility.sees(Memo(.code, "water", coder: "ben", text: ""), in: nil))
        #expect(visibility.sees(Memo(.study, "", coder: "ana", text: ""), in: nil))
        #expect(visibility.sees(Memo(.document, "d", coder: "ben", text: ""), in: "d"))
        #expect(!visibility.sees(Memo(.coding, "1", coder: "ben", text: ""), in: "e"))
        let open = Visibility(for: "ana", Self.work(isBlind: false))
        #expect(open.sees(Memo(.code, "water", coder: "ben", text: ""), in: nil))
    }

    @Test("is read from the study: codings, assignments, marks, roles and open documents")
    func stored() throws {
        let place = Place()
        let study = try Composed.study(at: place, [Composed.lake, Composed.document("boat", ["Nobody saw the boat."])])
        _ = try study.addCoder("dora", role: .coordinator, by: "dora")
        #expect(try study.visibility(for: "ben").isBlind == false)
        #expect(try study.setBlind(true, by: "dora"))
        #expect(try study.setBlind(true, by: "dora") == false)
        _ = try study.tag("lake", .passage(0), code: "water", by: "ana")
        #expect(try !study.visibility(for: "ben").sees("ana", in: "lake"))
        _ = try study.assign(["lake"], to: ["ana"], by: "dora")
        _ = try study.mark(["lake"], done: true, by: "ana")
        #expect(try study.visibility(for: "dora").sees("ana", in: "lake"))
        #expect(try !study.visibility(for: "ben").sees("ana", in: "lake"))
        #expect(try study.setOpen(["boat"], by: "dora") == 1)
        #expect(try study.visibility(for: "ben").isOpen("boat"))
        let states = try study.blindStates()
        #expect(states.isBlind && states.documents.map(\.isOpen) == [false, true])
        #expect(states.documents.map(\.isFinished) == [true, false])
        #expect(try study.setOpen(["boat"], isOpen: false, by: "dora") == 1)
        #expect(try study.undo(1, by: "dora").map(\.name) == ["blind"])
        #expect(try study.visibility(for: "ben").isOpen("boat"))
        #expect(try study.verify().problems.isEmpty)
    }
}
