import GRDB
import TemaModel
import Testing

@testable import TemaStudy

@Suite("Automatic codings after a codebook edit") struct AutomaticRecodingTests {
    private func study(at place: Place) throws -> Study {
        let codes = CodeList(
            Codebook(id: "x", codes: [Code(id: "water", codes: [Code(id: "cold")]), Code(id: "boat")]))
        let study = try Composed.study(at: place)
        try study.setCodebook("old", codes: ["water", "water/cold", "boat"], detail: "", by: "ana")
        let coded = CodedDocument(
            document: Composed.lake,
            codings: [(0, 0), (0, 2), (1, 1), (2, 0)].enumerated().map {
                Coding(passage: $1.0, code: $1.1, evidence: $0..<($0 + 1))
            }, evidence: (0..<4).map { Evidence(span: $0..<($0 + 3), indicator: 0) })
        _ = try study.replaceAutomaticCodings(codes, by: "ana") { take in try take(coded) }
        _ = try study.decide(.rejected, AutomaticChoice(passage: 0, code: "water"), by: "ben")
        return study
    }

    @Test(
        "move with their codes, without duplicates",
        arguments: [
            (.rename("water", to: "sea"), ["0 boat", "0 sea", "1 sea/cold", "2 sea"], ["0 sea"]),
            (.merge("water", into: "boat"), ["0 boat", "1 boat/cold", "2 boat"], ["0 boat"]),
            (.move("water/cold", under: nil), ["0 boat", "0 water", "1 cold", "2 water"], ["0 water"]),
            (.retire("water"), ["0 boat"], []),
        ] as [(CodebookEdit, [String], [String])])
    func along(edit: CodebookEdit, codings: [String], decisions: [String]) throws {
        let place = Place()
        let study = try study(at: place)
        _ = try study.change(edit, to: "new", by: "ana")
        #expect(try study.automaticCodings().map { "\($0.passage) \($0.code)" } == codings)
        let decided = try study.read { db in
            try String.fetchAll(db, sql: "SELECT passage || ' ' || code FROM decisions WHERE until IS NULL")
        }
        #expect(decided == decisions)
        #expect(try study.verify().problems.isEmpty)
        _ = try study.undo(1, by: "ana")
        #expect(try study.automaticCodings().map(\.code) == ["boat", "water", "water/cold", "water"])
    }

    @Test("keep their decisions under the new path")
    func decided() throws {
        let place = Place()
        let study = try study(at: place)
        _ = try study.change(.rename("water", to: "sea"), to: "new", by: "ana")
        #expect(try study.decide(.rejected, AutomaticChoice(passage: 0, code: "sea"), by: "ben") == DecisionResult())
        #expect(try study.decide(.accepted, AutomaticChoice(code: "sea"), by: "ben", overriding: true).decided == 2)
        #expect(try study.codings().map(\.code) == ["sea", "sea"])
    }
}
