import ArgumentParser
import TemaAnalysis
import TemaModel
import TemaPipeline

/// What is counted: a corpus, the codebook that codes it, and the level reported.
struct CountingOptions: ParsableArguments {
    @OptionGroup var codebook: CodebookOptions
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var hand: HandOptions

    @Option(help: "Codebook level to report, by its name or its number from the top.")
    var level: String?

    func validate() throws {
        if hand.hand, codebook.nested != nil {
            throw ValidationError("--nested is for the codebook's indicators, not for codings by --hand")
        }
    }

    /// Opens what is counted, once for a command.
    func open(quiet: Bool) throws -> CodedCorpus {
        let input = try corpus.open()
        let file = try codebook.file(quiet: quiet)
        return try CodedCorpus(
            input, codebook: file, settings: try corpus.reading.settings, nesting: codebook.nesting,
            hand: try hand.choice(input, quiet: quiet))
    }

    /// The depth of the level asked for; nil if none is.
    func depth(in codes: CodeList) throws -> Int? { try level.map { try codes.depth(ofLevel: $0) } }

    /// Opens what is counted, counts it, and passes the result on.
    ///
    /// - Parameters:
    ///   - make: Makes the statistic of the codes and the depth of the level asked for.
    ///   - write: Writes the result.
    func count<Counts: Statistic>(
        quiet: Bool, _ make: (CodeList, Int?) throws -> Counts, write: (Counts, CodedCorpus) throws -> Void
    ) throws {
        try run(quiet: quiet) { corpus, monitor in
            try corpus.count(try make(corpus.codes, try depth(in: corpus.codes)), monitor)
        } write: {
            try write($0, $1)
        }
    }

    /// Opens what is counted, runs a use case on it, writes its result, and says how it ended.
    func run<Value>(
        quiet: Bool, printing: Bool = false, _ useCase: (CodedCorpus, RunMonitor) throws -> (Value, RunSummary),
        write: (Value, CodedCorpus) throws -> Void
    ) throws {
        let corpus = try open(quiet: quiet)
        let run = TerminalRun(self.corpus.paths, quiet: quiet, printing: printing)
        let (value, summary) = try run.run { try useCase(corpus, $0) }
        try write(value, corpus)
        try run.end(summary)
    }
}

extension CountingOptions {
    /// The same of options that a command has in another order.
    init(codebook: CodebookOptions, corpus: CorpusOptions, hand: HandOptions) {
        self.init()
        (self.codebook, self.corpus, self.hand) = (codebook, corpus, hand)
    }
}
