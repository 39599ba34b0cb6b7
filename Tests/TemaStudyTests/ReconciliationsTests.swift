import TemaModel
import Testing

@testable import TemaStudy

@Suite("Reconciliations") struct ReconciliationsTests {
    private let place = Place()
    private let study: Study
    private let hash: String
    private let span = 0..<21

    init() throws {
        study = try Composed.study(at: place)
        hash = try study.read { try Study.revision($0, of: "lake").hash }
        _ = try study.tag("lake", .passage(0), code: "water", by: "ana")
        _ = try study.tag("lake", .passage(0), code: "boat", by: "ben")
    }

    private func reconcile(_ codes: [String], _ choice: Reconciliation.Choice, id: String = "u", note: String = "")
        throws -> Reconciliation
    {
        try study.reconcile(
            id: id, document: "lake", hash: hash, span: span, codes: codes, choice: choice, note: note, by: "ana")
    }

    private func consensus() throws -> [String] {
        try study.codings(by: Study.consensus).map { "\($0.code) \($0.span)" }
    }

    @Test("write an outcome and the codings of the consensus as one action, which replaces an earlier outcome")
    func outcomes() throws {
        let first = try reconcile(["water"], .one, note: "ana is right")
        #expect(try consensus() == ["water 0..<21"])
        let actions = try study.history().count
        #expect(try reconcile(["water"], .one, note: "ana is right") == first)
        #expect(try study.history().count == actions)
        #expect(try reconcile(["water", "boat", "water"], .both).codes == ["boat", "water"])
        #expect(try consensus() == ["boat 0..<21", "water 0..<21"])
        _ = try reconcile([], .neither)
        #expect(try consensus().isEmpty)
        #expect(try study.reconciliations().map(\.choice) == [.neither])
        #expect(try study.history().count == actions + 2)
        #expect(try study.undo(1, by: "ana").map(\.name) == ["reconcile"])
        #expect(try consensus() == ["boat 0..<21", "water 0..<21"])
        #expect(try study.reconciliations().map(\.choice) == [.both])
        #expect(try study.verify().problems.isEmpty)
    }

    @Test("of one unit with another id replace it, and an id belongs to one unit")
    func ids() throws {
        _ = try reconcile(["water"], .one)
        _ = try reconcile(["boat"], .other, id: "v")
        #expect(try study.reconciliations().map(\.id) == ["v"] && consensus() == ["boat 0..<21"])
        let problem = #expect(throws: Problem.self) {
            try study.reconcile(
                id: "v", document: "lake", hash: hash, span: 0..<3, codes: [], choice: .neither, by: "ana")
        }
        #expect(problem?.kind == .conflict)
    }

    @Test("are refused for another text and for what is no span of the text", arguments: [0..<0, 5..<5, 90..<200])
    func refused(span: Range<Int>) throws {
        #expect(throws: Problem.self) {
            try study.reconcile(
                id: "u", document: "lake", hash: hash, span: span, codes: [], choice: .neither, by: "ana")
        }
        let problem = #expect(throws: Problem.self) {
            try study.reconcile(
                id: "u", document: "lake", hash: "0", span: 0..<3, codes: [], choice: .neither, by: "ana")
        }
        #expect(problem?.kind == .conflict)
        #expect(try study.reconciliations().isEmpty)
    }

    @Test("follow their codes and the text")
    func changes() throws {
        _ = try reconcile(["water", "boat"], .both)
        _ = try study.change(.rename("water", to: "lake"), to: "codes: lake\n", by: "ana")
        #expect(try study.reconciliations().map(\.codes) == [["boat", "lake"]])
        _ = try study.change(.merge("lake", into: "boat"), to: "codes: boat\n", by: "ana")
        #expect(try study.reconciliations().map(\.codes) == [["boat"]] && consensus() == ["boat 0..<21"])
        _ = try study.importDocuments(by: "ana") { take in
            try take(Composed.document("lake", ["Then.", "She went to the lake.", "Nobody saw the boat again."]))
        }
        #expect(try study.reconciliations().map(\.span) == [7..<28] && consensus() == ["boat 7..<28"])
        _ = try study.change(.retire("boat"), to: "codes: x\n", by: "ana")
        #expect(try study.reconciliations().map(\.codes) == [[]])
        #expect(try study.verify().problems.isEmpty)
        let saved = Place()
        #expect(try Rescue.save(place.path, into: saved.path).isWhole)
        let copy = try Study(saved.path, for: .reading)
        #expect(try copy.reconciliations() == study.reconciliations() && copy.verify().problems.isEmpty)
    }

    @Test("give the codes that all agree on to the consensus, once")
    func adopted() throws {
        let unit = AgreedCodes(
            document: "lake", hash: hash, span: span, codes: ["water", "boat"], at: "2026-01-01T00:00:00Z")
        #expect(try study.adopt([unit], by: "ana") == 2)
        #expect(try study.adopt([unit], by: "ana") == 0)
        #expect(try study.codings(by: Study.consensus).map(\.at) == [unit.at, unit.at])
        var old = unit
        old.hash = "0"
        #expect(throws: Problem.self) { try study.adopt([old], by: "ana") }
    }
}
