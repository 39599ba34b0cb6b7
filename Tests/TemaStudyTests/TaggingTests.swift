import TemaModel
import Testing

@testable import TemaFormats
@testable import TemaStudy

@Suite("Words that are coded") struct TaggingTests {
    private let place = Place()
    private let id = String(repeating: "0123456789abcdef", count: 2)

    @Test("with several codes are one action, and have the memo on the first coding")
    func several() throws {
        let study = try Composed.study(at: place)
        let result = try study.tag("lake", .passage(0), codes: ["a", "b", "a"], by: "ana", memo: "Why?")
        #expect(result.isNew && result.codings.map(\.code) == ["a", "b"] && result.known.isEmpty)
        #expect(try study.memos().map(\.subject) == [result.codings[0].id])
        #expect(try study.history(limit: 1).map(\.detail) == ["a, b in lake"])
        #expect(try study.undo(1, by: "ana").count == 1)
        #expect(try study.codings().isEmpty && study.memos().isEmpty)
    }

    @Test("get only the codes that they do not have yet, and are refused if they have all")
    func known() throws {
        let study = try Composed.study(at: place)
        let old = try study.tag("lake", .passage(0), code: "a", by: "ana")
        let result = try study.tag("lake", .passage(0), codes: ["b", "a"], by: "ana")
        #expect(result.isNew && result.known == [old] && result.codings.map(\.code) == ["b", "a"])
        let problem = #expect(throws: Problem.self) {
            try study.tag("lake", .passage(0), codes: ["b", "a"], by: "ana")
        }
        #expect(problem?.message == "ana has already coded these words with these codes")
        #expect(throws: Problem.self) { try study.tag("lake", .passage(0), codes: [], by: "ana") }
        #expect(try study.lastAction() == 3)
    }

    @Test("by a repeated request are coded once")
    func retry() throws {
        let study = try Composed.study(at: place)
        let first = try study.tag("lake", .span(4..<8), codes: ["a", "b"], by: "ana", id: id)
        #expect(first.codings.map(\.id) == [id, StableID.derived(from: id, number: 1)])
        let again = try study.tag("lake", .span(4..<8), codes: ["a", "b"], by: "ana", id: id)
        #expect(!again.isNew && again.codings == first.codings)
        // Another request for the same words returns the first codings, too.
        let other = try study.tag("lake", .span(4..<8), codes: ["b"], by: "ana", id: StableID.make())
        #expect(!other.isNew && other.codings == [first.codings[1]])
        #expect(try study.lastAction() == 2)
    }

    @Test("are refused with an id that is or was that of another coding, or that is not an id")
    func conflicts() throws {
        let study = try Composed.study(at: place)
        _ = try study.tag("lake", .span(4..<8), codes: ["a"], by: "ana", id: id)
        func refused(_ span: Range<Int>, _ code: String, _ coder: String) -> Problem.Kind? {
            #expect(throws: Problem.self) {
                try study.tag("lake", .span(span), codes: [code], by: coder, id: id)
            }?.kind
        }
        #expect(refused(4..<9, "a", "ana") == .conflict)
        #expect(refused(4..<8, "b", "ana") == .conflict)
        #expect(refused(4..<8, "a", "ben") == .conflict)
        _ = try study.untag([id], by: "ana")
        #expect(refused(4..<8, "a", "ana") == .conflict)
        for wrong in ["", "x", id.uppercased(), String(id.dropLast()), id + "0"] {
            #expect(throws: Problem.self) { try study.tag("lake", .passage(0), codes: ["a"], by: "ana", id: wrong) }
        }
        #expect(try study.codings().isEmpty && study.lastAction() == 3)
    }

    @Test("are refused if the caller has seen another text or other words")
    func seen() throws {
        let study = try Composed.study(at: place)
        let hash = SHA256.hex(Composed.lake.text.utf8)
        func kind(_ hash: String?, _ quote: String?) -> Problem.Kind? {
            #expect(throws: Problem.self) {
                try study.tag("lake", .span(4..<8), codes: ["a"], by: "ana", hash: hash, quote: quote)
            }?.kind
        }
        #expect(kind("00", "went") == .conflict)
        #expect(kind(hash, "want") == .conflict)
        #expect(try study.tag("lake", .span(4..<8), codes: ["a"], by: "ana", hash: hash, quote: "went").isNew)
    }

    @Test("have memos with ids of a program's requests, which a repeated request does not add again")
    func memos() throws {
        let study = try Composed.study(at: place)
        let memo = try study.note("Why?", on: .document, subject: "lake", by: "ana", id: id)
        #expect(try study.note("Why?", on: .document, subject: "lake", by: "ana", id: id) == memo)
        #expect(try study.lastAction() == 2)
        #expect(try study.note("Who?", on: .document, subject: "lake", by: "ana", id: id).text == "Who?")
        #expect(try study.memos().map(\.text) == ["Who?"])
        func refused(_ target: Memo.Target, _ coder: String) -> Problem.Kind? {
            #expect(throws: Problem.self) { try study.note("x", on: target, subject: "lake", by: coder, id: id) }?.kind
        }
        #expect(refused(.document, "ben") == .notAllowed)
        #expect(refused(.study, "ana") == .conflict)
        _ = try study.removeMemos([id], by: "ana")
        #expect(refused(.document, "ana") == .conflict)
    }
}
