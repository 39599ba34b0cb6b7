import TemaAnalysis
import TemaModel
import TemaStudy
import Testing

@testable import TemaPipeline

@Suite("Disagreements") struct DisagreementsTests {
    private let place: CodedStudy
    private var study: Study { place.study }

    /// Passage 0: Ana a, Ben a and a/b. Passage 1: both a/b.
    init() throws {
        place = try CodedStudy()
        try place.study.setCodebook(
            Codebook(id: "b", codes: [Code(id: "a", codes: [Code(id: "b")])]), by: "ana")
        try place.tag(passage: 0, "a", by: "ana")
        try place.tag(passage: 0, "a", by: "ben")
        try place.tag(passage: 0, "a/b", by: "ben")
        for coder in ["ana", "ben"] { try place.tag(passage: 1, "a/b", by: coder) }
    }

    private func decide(_ unit: DisagreementList.Unit, _ codes: [String], _ choice: Reconciliation.Choice) throws {
        _ = try study.reconcile(
            id: unit.id, document: unit.document, hash: unit.hash, span: unit.span, codes: codes, choice: choice,
            by: "ana")
    }

    @Test("are the units with different codes, with their outcomes")
    func list() throws {
        let list = try study.disagreements()
        #expect(list.coders == ["ana", "ben"] && list.total == 1 && list.decided == 0)
        let unit = try #require(list.units.first)
        #expect(unit.document == "d" && unit.passage == 0 && unit.span == 0..<3 && unit.text == "one")
        #expect(unit.codes == ["ana": ["a"], "ben": ["a", "a/b"]] && unit.outcome == nil)
        try decide(unit, ["a", "a/b"], .other)
        let after = try study.disagreements()
        #expect(after.coders == ["ana", "ben"] && after.total == 1 && after.decided == 1)
        #expect(after.units.first?.outcome?.choice == .other && after.units.first?.id == unit.id)
        #expect(try after.unit(String(unit.id.prefix(6))) == after.units.first)
        #expect(throws: Problem.self) { try after.unit("zz") }
    }

    @Test("are only in documents that two of the coders have coded or marked as done")
    func read() throws {
        let other = Document(id: "e", paragraphs: ["three"])
        _ = try study.importDocuments(by: "ana") { take in try take(other) }
        _ = try study.tag("e", .passage(0), code: "a", by: "ana")
        #expect(try study.disagreements().total == 1)
        _ = try study.mark(["e"], done: true, by: "ben")
        #expect(try study.disagreements().units.map(\.document) == ["d", "e"])
        #expect(try study.disagreements().units.last?.codes == ["ana": ["a"], "ben": []])
        #expect(throws: Problem.self) { try study.disagreements(coders: ["ana"]) }
        #expect(throws: Problem.self) { try study.disagreements(coders: ["ana", "eve"]) }
    }

    // Over the complete document, both coders gave the same codes.
    @Test(
        "have units of each kind", arguments: zip([CodingUnit.document, .sentence, .word, .character], [0, 1, 1, 3]))
    func units(unit: CodingUnit, count: Int) throws {
        #expect(try study.disagreements(unit: unit).total == count)
    }

    @Test("leave the codes that all gave, which the consensus adopts outside of reconciled units")
    func agreed() throws {
        try decide(try #require(study.disagreements().units.first), [], .neither)
        #expect(try study.adoptAgreed(by: "ana") == 1)
        #expect(try study.adoptAgreed(by: "ana") == 0)
        #expect(try study.codings(by: Study.consensus).map { "\($0.code) \($0.passage)" } == ["a/b 1"])
        #expect(try study.undo(2, by: "ana").count == 2)
        #expect(try study.adoptAgreed(by: "ana") == 2)
        #expect(try study.codings(by: Study.consensus).map { "\($0.code) \($0.passage)" } == ["a 0", "a/b 1"])
        #expect(try study.verifyWithCodebook().problems.isEmpty)
    }

    @Test("do not make words count twice when they are decided, but codes that no coder gave count")
    func counted() throws {
        let document = CodedDocument(
            document: try study.document("d"), passages: (0..<2).map { CodedPassage(passage: $0, words: 1) })
        func shown() throws -> [[String]] {
            let codings = try StudyCodings(study, place.codes)
            return try [codings.final(document), codings.coded(document, by: .everyone)].map { coded in
                coded.codings.map { "\($0.passage) \($0.code) \($0.segments(coded.evidence.span))" }
            }
        }
        let before = try shown()
        _ = try study.adoptAgreed(by: "ana")
        #expect(try shown() == before)
        let unit = try #require(study.disagreements().units.first)
        try decide(unit, ["a/b"], .own)
        #expect(try shown() == before)
        for coding in try study.codings(by: "ben") where coding.code == "a/b" {
            _ = try study.untag([coding.id], by: "ben")
        }
        #expect(try shown()[0].contains("0 1 1"))
        let codings = try StudyCodings(study, place.codes).coded(document, by: .coder(Study.consensus))
        #expect(codings.codings.map { "\($0.passage) \($0.code)" } == ["0 1", "1 1"])
        #expect(try HandCodedCorpus(study).agreement(unit: .passage, level: nil, coders: nil).coders == ["ana", "ben"])
    }

    @Test("are avoided by an even division of documents", arguments: [0, 1, 5, 11])
    func division(shared: Int) throws {
        let names = ["ana", "ben", "cleo"]
        let documents = (0..<11).map { "d\($0)" }
        let division = EvenDivision.of(documents, among: names, shared: shared, seed: 7)
        #expect(division.map(\.document) == documents)
        #expect(division.count { $0.coders == names } == shared)
        let numbers = names.map { name in division.count { $0.coders.contains(name) } }
        #expect((numbers.max() ?? 0) - (numbers.min() ?? 0) <= 1)
        let again = EvenDivision.of(documents, among: names, shared: shared, seed: 7)
        #expect(again.map(\.coders) == division.map(\.coders))
    }

    @Test("of documents that no one is assigned to: they are divided, and only they")
    func assigned() throws {
        _ = try study.importDocuments(by: "ana") { take in
            for id in ["e", "f"] { try take(Document(id: id, paragraphs: [id])) }
        }
        _ = try study.assign(["d"], to: ["ana"], by: "ana")
        let division = try study.assignEvenly(to: ["ana", "ben"], by: "ana")
        #expect(division.map(\.document) == ["e", "f"] && Set(division.flatMap(\.coders)) == ["ana", "ben"])
        #expect(try study.assignments().count == 3)
        #expect(throws: Problem.self) { try study.assignEvenly(to: ["ana", "ben"], shared: 1, by: "ana") }
    }
}
