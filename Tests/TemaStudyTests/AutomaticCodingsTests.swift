import Foundation
import TemaModel
import Testing

@testable import TemaStudy

@Suite("Automatic codings in a study") struct AutomaticCodingsTests {
    private static let codes = CodeList(Codebook(id: "x", codes: [Code(id: "water"), Code(id: "boat")]))

    /// The lake document, coded.
    private func coded(_ codings: [(passage: Int, code: Int)]) -> CodedDocument {
        CodedDocument(
            document: Composed.lake,
            codings: codings.enumerated().map { Coding(passage: $1.passage, code: $1.code, evidence: $0..<($0 + 1)) },
            evidence: codings.map { Evidence(span: ($0.passage)..<($0.passage + 3), indicator: 0) })
    }

    private func keep(_ study: Study, _ codings: [(passage: Int, code: Int)]) throws -> RecodingResult {
        try study.replaceAutomaticCodings(Self.codes, by: "ana") { take in try take(coded(codings)) }
    }

    @Test("are separate from hand codings, and change only if the codebook's codings change")
    func apart() throws {
        let place = Place()
        let study = try Composed.study(at: place)
        let id = try study.tag("lake", .passage(0), code: "water", by: "ana").id
        #expect(try keep(study, [(0, 0), (1, 0), (1, 1)]) == RecodingResult(codings: 3, gained: 3, lost: 0))
        #expect(try keep(study, [(0, 0), (2, 1)]) == RecodingResult(codings: 2, gained: 1, lost: 2))
        #expect(try study.automaticCodings().map(\.passage) == [0, 2])
        #expect(try study.codings().map(\.id) == [id])
        _ = try study.undo(1, by: "ana")
        #expect(try study.automaticCodings().count == 3)
        #expect(try study.verify().problems.isEmpty)
    }

    @Test("become hand codings or are rejected, and a coder may change a decision")
    func decisions() throws {
        let place = Place()
        let study = try Composed.study(at: place)
        _ = try keep(study, [(0, 0), (1, 0), (1, 1)])
        #expect(try study.decide(.accepted, AutomaticChoice(code: "water"), by: "ana") == 2)
        #expect(try study.decide(.accepted, AutomaticChoice(document: "lake"), by: "ana") == 1)
        #expect(try study.decide(.accepted, AutomaticChoice(document: "lake"), by: "ana") == 0)
        #expect(
            try study.codings().map { "\($0.passage) \($0.code) \($0.coder)" } == [
                "0 water ana", "1 boat ana", "1 water ana",
            ])
        #expect(
            try study.decide(.rejected, AutomaticChoice(document: "lake", passage: 1, code: "boat"), by: "ana") == 1)
        #expect(try study.decide(.rejected, AutomaticChoice(code: "boat"), by: "ben") == 1)
        #expect(try study.codings().map(\.code) == ["water", "water"])
        #expect(throws: Problem.self) { try study.decide(.accepted, AutomaticChoice(code: "sea"), by: "ana") }
        _ = try study.undo(2, by: "ana")
        #expect(try study.codings().count == 3)
    }

    @Test("cannot be accepted or rejected after the text has changed")
    func changed() throws {
        let place = Place()
        let study = try Composed.study(at: place)
        _ = try keep(study, [(0, 0)])
        _ = try study.importDocuments(by: "ana") { take in try take(Composed.document("lake", ["Gone."])) }
        #expect(throws: Problem.self) { try study.decide(.accepted, AutomaticChoice(code: "water"), by: "ana") }
        #expect(try study.codings().isEmpty)
    }
}
