import TemaModel
import Testing

@testable import TemaStudy

@Suite("Hand codings") struct CodingsTests {
    @Test(
        "are made on the selected words",
        arguments: [
            (.quote("boat was gone", place: nil), "boat was gone", 1), (.quote("the boat", place: 2), "the boat", 2),
            (.quote("cold,  and\nthe boat", place: nil), "cold, and the boat", 1), (.span(4..<8), "went", 0),
            (.quote("the boat", passage: 2), "the boat", 2), (.quote("THE LAKE WAS\u{A0}cold"), "The lake was cold", 1),
            (.passage(2), "Nobody saw the boat again.", 2), (.span(9..<40), "to the lake.\n\nThe lake was cold", 0),
        ] as [(Selection, String, Int)])
    func selection(selection: Selection, words: String, passage: Int) throws {
        let place = Place()
        let coding = try Composed.study(at: place).tag("lake", selection, code: "water", by: "ana")
        #expect(coding.quote == words)
        #expect(coding.passage == passage)
    }

    @Test(
        "are refused if the selection is missing or ambiguous",
        arguments: [
            (.quote("the boat", place: nil), "2 times"), (.quote("the sea", place: nil), "not occur in lake"),
            (.quote("the boat", place: 3), "2 times"),
            (.quote("the boat", passage: 0), "not occur in passage 0 of lake"),
            (.quote("the boat", passage: 7), "no passage 7"), (.quote("", place: nil), "not occur in lake"),
            (.span(0..<900), "not a span"), (.span(5..<5), "not a span"), (.passage(3), "no passage 3"),
            (.passage(-1), "no passage -1"),
        ] as [(Selection, String)])
    func refused(selection: Selection, message: String) throws {
        let place = Place()
        let study = try Composed.study(at: place)
        let problem = #expect(throws: Problem.self) { try study.tag("lake", selection, code: "water", by: "ana") }
        #expect(problem?.message.contains(message) == true, "\(String(describing: problem))")
        #expect(try study.codings().isEmpty)
    }

    @Test("store the context needed to find their words again")
    func anchors() throws {
        let place = Place()
        let text = "So “Naïve”, he said 👩‍👧 — and the lake was cold that year, colder than ever before."
        let study = try Composed.study(at: place, [Composed.document("a", [text])])
        let coding = try study.tag("a", .quote("lake", place: nil), code: "water", by: "ana")
        #expect(coding.before == " “Naïve”, he said 👩‍👧 — and the ")
        #expect(coding.after == " was cold that year, colder than")
        #expect(coding.before.unicodeScalars.count <= 32 && coding.after.unicodeScalars.count == 32)
    }

    @Test("of the same words may differ by code or coder, but duplicates are refused")
    func overlaps() throws {
        let place = Place()
        let study = try Composed.study(at: place)
        for (code, coder) in [("water", "ana"), ("water", "ben"), ("cold", "ana")] {
            _ = try study.tag("lake", .span(0..<8), code: code, by: coder)
        }
        #expect(throws: Problem.self) { try study.tag("lake", .span(0..<8), code: "cold", by: "ana") }
        #expect(try study.codings().count == 3)
        #expect(try study.codings(by: "ana").count == 2)
    }

    @Test("are removed by a unique prefix of their id, only by their coder, all or none")
    func untag() throws {
        let place = Place()
        let study = try Composed.study(at: place)
        let id = try study.tag("lake", .passage(0), code: "water", by: "ana").id
        for (ids, coder) in [([id, "ffffffffffff"], "ana"), ([""], "ana"), ([id], "ben")] {
            #expect(throws: Problem.self) { try study.untag(ids, by: coder) }
        }
        #expect(try study.codings().count == 1)
        #expect(try study.untag([String(id.prefix(12))], by: "ana").map(\.id) == [id])
        #expect(try study.codings().isEmpty)
    }
}
