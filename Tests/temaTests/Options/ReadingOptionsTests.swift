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
        #expect(settings.isStrict && settings.jobs == 3 && !settings.subArticles && settings.kinds == [.quote, .title])
        #expect(try ReadingOptions.parse([]).chosenKinds == nil)
    }

    @Test(
        "are refused with unknown values",
        arguments: [["--kinds", "qoute"], ["--from", "word"], ["--encoding", "latin-99"], ["--jobs", "0"]])
    func refusals(arguments: [String]) {
        #expect(throws: (any Error).self) { try ReadingOptions.parse(arguments) }
    }
}
