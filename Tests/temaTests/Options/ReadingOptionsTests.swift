import ArgumentParser
import TemaModel
import Testing

@testable import tema

@Suite("How files are read") struct ReadingOptionsTests {
    @Test("is the same for a command's own paths and for those it calls by another name")
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
        "is refused where it names what there is not",
        arguments: [["--kinds", "qoute"], ["--from", "word"], ["--encoding", "latin-99"], ["--jobs", "0"]])
    func refusals(arguments: [String]) {
        #expect(throws: (any Error).self) { try ReadingOptions.parse(arguments) }
    }
}
