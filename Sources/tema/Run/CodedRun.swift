import TemaModel
import TemaPipeline

/// Runs a use case on the corpus that options choose, and writes its result.
struct CodedRun {
    let codebook: CodebookOptions
    let corpus: CorpusOptions
    /// Nil if the command only uses automatic codings.
    let hand: HandOptions?

    /// Opens the corpus. Call it once in a command, because it opens the study.
    func open(quiet: Bool) throws -> CodedCorpus {
        let input = try corpus.open()
        let file = try codebook.file(quiet: quiet)
        return try CodedCorpus(
            input, codebook: file, settings: try corpus.reading.settings, nesting: codebook.nesting,
            hand: try hand?.choice(input, quiet: quiet))
    }

    /// Opens the corpus, runs a use case on it, writes the result, and prints how the run ended.
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
