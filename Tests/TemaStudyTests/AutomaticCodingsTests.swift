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
            evidence: codings.map {
                let start = Composed.lake.passages[$0.passage].span.lowerBound
                return Evidence(span: start..<(start + 3), indicator: 0)
            })
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

    @Test("become hand codings of their words, or are rejected")
    func decisions() throws {
        let place = Place()
        let study = try Composed.study(at: place)
        _ = try keep(study, [(0, 0), (1, 0), (1, 1)])
        #expect(try study.decide(.accepted, AutomaticChoice(code: "water"), by: "ana").decided == 2)
        #expect(try study.decide(.accepted, AutomaticChoice(document: "lake"), by: "ana").decided == 1)
        #expect(try study.decide(.accepted, AutomaticChoice(document: "lake"), by: "ana") == DecisionResult())
        #expect(
            try study.codings().map { "\($0.passage) \($0.code) \($0.coder)" } == [
                "0 water ana", "1 boat ana", "1 water ana",
            ])
        let words = try study.automaticCodings().map { $0.evidence[0] }
        #expect(Set(try study.codings().map(\.span)) == Set(words))
        #expect(try study.decide(.rejected, AutomaticChoice(), by: "ben", overriding: true).decided == 3)
        #expect(try study.codings().count == 3)
        #expect(throws: Problem.self) { try study.decide(.accepted, AutomaticChoice(code: "sea"), by: "ana") }
    }

    @Test("keep an opposite decision of any coder, unless it is overridden")
    func kept() throws {
        let place = Place()
        let study = try Composed.study(at: place)
        _ = try keep(study, [(0, 0), (1, 0), (1, 1)])
        let boat = AutomaticChoice(document: "lake", passage: 1, code: "boat")
        #expect(try study.decide(.rejected, boat, by: "ben").decided == 1)
        #expect(
            try study.decide(.accepted, AutomaticChoice(), by: "ana") == DecisionResult(decided: 2, kept: ["ben": 1]))
        #expect(try study.decide(.accepted, boat, by: "ben") == DecisionResult(decided: 0, kept: ["ben": 1]))
        #expect(try study.decide(.rejected, AutomaticChoice(), by: "ana").kept == ["ana": 2])
        #expect(try study.decide(.accepted, boat, by: "ben", overriding: true).decided == 1)
        #expect(try study.codings(by: "ben").map(\.code) == ["boat"])
        #expect(try study.decide(.rejected, boat, by: "ben", overriding: true).decided == 1)
        #expect(try study.codings(by: "ben").isEmpty)
        let decisions = try study.decisions(on: try study.document("lake"))
        #expect(
            decisions.map { "\($0.passage) \($0.code) \($0.coder) \($0.verdict)" }.sorted() == [
                "0 water ana accepted", "1 boat ana rejected", "1 boat ben rejected", "1 water ana accepted",
            ])
        _ = try study.undo(1, by: "ben")
        #expect(try study.codings(by: "ben").map(\.code) == ["boat"])
    }

    @Test("keep the decisions on passages that do not change with the text")
    func changedText() throws {
        let place = Place()
        let study = try Composed.study(at: place)
        _ = try keep(study, [(0, 0), (1, 0)])
        #expect(try study.decide(.rejected, AutomaticChoice(), by: "ben").decided == 2)
        let old = Composed.lake.passages.map { Composed.lake.string(of: $0) }
        var (text, passages): (String, [Passage]) = ("", [])
        for words in ["A new beginning.", old[0], old[1] + " And more."] {
            text += text.isEmpty ? "" : "\n\n"
            let start = text.utf8.count
            text += words
            passages.append(Passage(kind: .paragraph, sectionType: .other, span: start..<text.utf8.count))
        }
        let new = Document(id: "lake", source: "lake.txt", text: Text(text), passages: passages)
        _ = try study.importDocuments(by: "ana") { take in try take(new) }
        // The first passage is now the second; the one that has changed has no decision.
        #expect(try study.decisions(on: try study.document("lake")).map { "\($0.passage) \($0.code)" } == ["1 water"])
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
