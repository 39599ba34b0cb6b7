import TemaModel
import TemaPipeline

/// Opens what options name, runs a use case on it at the terminal, writes its result, and says how it ended.
struct CodedRun {
    let codebook: CodebookOptions
    let corpus: CorpusOptions
    /// Nil if only automatic codings count.
    let hand: HandOptions?

    /// Opens what is counted, once for a command.
    func open(quiet: Bool) throws -> CodedCorpus {
        let input = try corpus.open()
        let file = try codebook.file(quiet: quiet)
        return try CodedCorpus(
            input, codebook: file, settings: try corpus.reading.settings, nesting: codebook.nesting,
            hand: try hand?.choice(input, quiet: quiet))
    }

    /// Opens what is counted, runs a use case on it, writes its result, and says how it ended.
    func run<Value>(
        quiet: Bool, printing: Bool = false, useCase: (CodedCorpus, RunMonitor) throws -> (Value, RunSummary),
        write: (Value, CodedCorpus) throws -> Void
    ) throws {
        let corpus = try open(quiet: quiet)
        let run = TerminalRun(self.corpus.paths, quiet: quiet, printing: printing)
        let (value, summary) = try run.run { try useCase(corpus, $0) }
        try write(value, corpus)
        try run.end(summary)
    }
}
