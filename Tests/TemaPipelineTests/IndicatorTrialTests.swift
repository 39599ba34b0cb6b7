import TemaCodebook
import TemaModel
import TemaStudy
import TestSupport
import Testing

@testable import TemaPipeline

@Suite("A trial of indicators") struct IndicatorTrialTests {
    private let study: Study
    private let folder = TemporaryFolder()

    init() throws {
        study = try Study.create(at: folder.path("s.tema"))
        let loss = Code(
            id: "loss",
            indicators: ByLanguage(entries: [
                .init(language: "en", value: [Indicator("lost")]), .init(language: "id", value: [Indicator("hilang")]),
            ]), codes: [Code(id: "home", indicators: ByLanguage([Indicator("house")]))])
        let book = Codebook(id: "b", language: "en", codes: [loss, Code(id: "hope")])
        try study.setCodebook(
            CodebookYAML.write(book), codes: ["loss", "loss/home", "hope"], detail: "b", by: "ana")
        var first = Document(
            id: "one",
            blocks: [
                (.title, "Lost"), (.paragraph, "Dé lost boat, a lost house."), (.caption, "lost"),
                (.paragraph, "We sold the boat."),
            ])
        first.metadata.title = "One"
        var reply = Document(id: "one#1", paragraphs: ["The boat is lost."])
        reply.parent = "one"
        let documents = [first, reply, Document(id: "two", paragraphs: ["They sold it."])]
        _ = try study.importDocuments(by: "ana") { take in for document in documents { try take(document) } }
    }

    @Test("counts what the indicators match, and what the code gains and loses")
    func counts() throws {
        let trial = try study.trial(of: "loss", indicators: [Indicator("boat"), Indicator("sold")])
        #expect((trial.matches, trial.passages, trial.documents) == (4, 3, 2))
        #expect((trial.new, trial.lost) == (2, 1))
        #expect(trial.first.map(\.passage) == [1, 3, 0] && trial.first.map(\.isNew) == [false, true, true])
        let first = try #require(trial.first.first)
        #expect((first.document, first.title, first.span) == ("one", "One", 14..<18))
        #expect((first.before, first.quote, first.after) == ("Dé lost ", "boat", ", a lost house."))
        #expect(trial.warnings.isEmpty)
        #expect(try study.history().count == 2, "a trial is no action")
    }

    @Test("of the present indicators gains and loses nothing")
    func present() throws {
        let entry = try #require(try CodebookFile(of: study).codes.entries.first)
        let trial = try study.trial(of: "loss", indicators: entry.code.indicators)
        #expect((trial.passages, trial.matches, trial.new, trial.lost) == (2, 3, 0, 0))
        #expect(
            try study.trial(of: "loss", indicators: [Indicator]()).lost == 1, "the code below has the other passage")
        let house = try study.trial(of: "loss", indicators: [Indicator("house")])
        #expect((house.passages, house.new, house.lost) == (1, 0, 1))
    }

    @Test(
        "reports a malformed indicator as a problem",
        arguments: [
            (Indicator("*"), "“*” would match every word"), (Indicator("…"), "“…” can never match: it has no word"),
            (Indicator("a NEAR/x b"), "“NEAR/x” in “a NEAR/x b” needs a number of words from 0 to 10000"),
            (Indicator("a", unless: ["A"]), "“a” can never match: it is its own exception"),
        ])
    func malformed(indicator: Indicator, message: String) throws {
        let problem = try #require(throws: Problem.self) { try study.trial(of: "hope", indicators: [indicator]) }
        #expect(problem.message == message && problem.line == nil && problem.suggestion != nil)
    }

    @Test("warns of what an indicator probably means otherwise, and lists at most 50 passages")
    func warnings() throws {
        let many = Document(id: "many", paragraphs: Array(repeating: "A ship.", count: 60))
        _ = try study.importDocuments(by: "ana") { take in try take(many) }
        let trial = try study.trial(of: "hope", indicators: [Indicator("ship near/3 sail"), Indicator("ship")])
        #expect(trial.warnings.map(\.message) == ["“near/3” is read as words"])
        #expect((trial.passages, trial.first.count) == (60, 50))
        #expect(throws: Problem.self) { try study.trial(of: "hop", indicators: [Indicator("ship")]) }
    }
}
