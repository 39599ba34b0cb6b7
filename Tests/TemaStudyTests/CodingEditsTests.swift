import TemaModel
import Testing

@testable import TemaStudy

@Suite("A coding that is changed") struct CodingEditsTests {
    private let place = Place()

    @Test("moves to other words with its id and memos, and is anchored")
    func resize() throws {
        let study = try Composed.study(at: place)
        let old = try study.tag("lake", .span(4..<8), code: "a", by: "ana", memo: "Why?")
        let words = Selection.quote("went to the lake")
        let new = try study.resize(
            String(old.id.prefix(9)), to: words, by: "ana", hash: old.hash, quote: "went to the lake")
        #expect(new.id == old.id && new.span == 4..<20 && new.quote == "went to the lake" && new.after.hasPrefix("."))
        #expect((new.state, new.score, new.at) == (.sure, 1, old.at))
        #expect(try study.codings() == [new] && study.memos().map(\.subject) == [new.id])
        #expect(try study.resize(new.id, to: words, by: "ana") == new)
        #expect(try study.history().map(\.name) == ["import", "tag", "resize"])
        #expect(try study.undo(1, by: "ana").count == 1)
        #expect(try study.codings() == [old])
    }

    @Test("does not move to words that its coder has coded, or that the caller has not seen")
    func refusedResize() throws {
        let study = try Composed.study(at: place)
        let coding = try study.tag("lake", .span(4..<8), code: "a", by: "ana")
        _ = try study.tag("lake", .passage(0), code: "a", by: "ana")
        for (hash, quote) in [(nil, nil), ("00", nil), (nil, "lake")] as [(String?, String?)] {
            let problem = #expect(throws: Problem.self) {
                try study.resize(coding.id, to: .passage(0), by: "ana", hash: hash, quote: quote)
            }
            #expect(problem?.kind == .conflict)
        }
        #expect(throws: Problem.self) { try study.resize(coding.id, to: .quote("the boat"), by: "ana") }
        #expect(try study.codings().contains(coding))
    }

    @Test("gets another code; a duplicate is merged, and its memos move")
    func recode() throws {
        let study = try Composed.study(at: place)
        let one = try study.tag("lake", .passage(0), code: "a", by: "ana", memo: "one")
        let two = try study.tag("lake", .passage(1), code: "a", by: "ana", memo: "two")
        let twin = try study.tag("lake", .passage(1), code: "b", by: "ana")
        let now = try study.recode([one.id, two.id, twin.id, one.id], to: "b", by: "ana")
        #expect(now.map(\.id) == [one.id, twin.id, twin.id] && now.allSatisfy { $0.code == "b" })
        #expect(try study.codings().map(\.id) == [one.id, twin.id])
        #expect(try study.memos().map(\.subject) == [one.id, twin.id])
        #expect(try study.history(limit: 1).map(\.detail) == ["2 codings > b"])
        #expect(try study.recode([one.id], to: "b", by: "ana").map(\.id) == [one.id])
        #expect(try study.lastAction() == 5)
        #expect(try study.verify().problems.isEmpty)
    }

    @Test("must be by the same coder")
    func others() throws {
        let study = try Composed.study(at: place)
        let id = try study.tag("lake", .passage(0), code: "a", by: "ana").id
        let kinds = [
            #expect(throws: Problem.self) { try study.untag([id], by: "ben") }?.kind,
            #expect(throws: Problem.self) { try study.recode([id], to: "b", by: "ben") }?.kind,
            #expect(throws: Problem.self) { try study.resize(id, to: .passage(1), by: "ben") }?.kind,
        ]
        #expect(kinds == [.notAllowed, .notAllowed, .notAllowed])
        #expect(try study.lastAction() == 2)
    }

    @Test("is found by its id even if other ids begin with it")
    func prefixes() throws {
        let study = try Composed.study(at: place)
        try study.act("import", by: "ana") { change in
            for id in ["1", "10", "11"] {
                var coding = HandCoding(0..<3, of: Composed.lake, hash: "", code: "a", coder: "ana")
                coding.id = id
                try VersionedTable.codings.insert(change.db, coding.values, since: change.action)
            }
            return ((), "")
        }
        #expect(try study.untag(["1"], by: "ana").map(\.id) == ["1"])
        #expect(throws: Problem.self) { try study.untag(["1"], by: "ana") }
        #expect(throws: Problem.self) { try study.untag([""], by: "ana") }
        #expect(try study.codings().count == 2)
    }
}
