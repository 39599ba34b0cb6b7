import ArgumentParser
import TemaModel
import Testing

@testable import tema

@Suite("Reading options") struct ReadingOptionsTests {
    @Test("are the same for paths of another option")
    func paths() throws {
        let reading = try ReadingOptions.parse(["--kinds", "quote,title", "--jobs", "3", "--strict"])
        #expect(try reading.chosenKinds == [.quote, .title])
        let corpus = CorpusOptions(["a", "b"], reading)
        #expect(corpus.paths == ["a", "b"] && corpus.reading.jobs == 3)
        let settings = try corpus.reading.settings
        #expect(
            settings.isStrict && settings.jobs == 3 && !settings.subArticles
                && settings.passages.kinds == [.quote, .title])
        #expect(try ReadingOptions.parse([]).chosenKinds == nil)
    }

    @Test("choose section types by naming them or the others")
    func sections() throws {
        let named = try ReadingOptions.parse(["--sections", "methods, results"]).settings.passages.sections
        #expect(named == [.methods, .results])
        let others = try ReadingOptions.parse(["--not-sections", "back,front"]).settings.passages.sections
        #expect(others == SectionType.allCases.filter { $0 != .back && $0 != .front })
    }

    @Test(
        "are refused with unknown values",
        arguments: [
            ["--kinds", "qoute"], ["--sections", "method"], ["--not-sections", ""],
            ["--sections", "back", "--not-sections", "front"], ["--from", "word"], ["--encoding", "latin-99"],
            ["--jobs", "0"],
        ])
    func refusals(arguments: [String]) {
        #expect(throws: (any Error).self) { try ReadingOptions.parse(arguments) }
    }
}
