import ArgumentParser
import TemaAnalysis
import TemaModel
import TemaPipeline

/// Options of statistics: a corpus, the codebook that codes it, and the level to report.
struct CountingOptions: ParsableArguments {
    @OptionGroup var codebook: CodebookOptions

    @Option(help: "Codebook level to report, by its name or its number from the top.")
    var level: String?

    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var hand: HandOptions

    func validate() throws {
        if hand.hand, codebook.nested != nil {
            throw ValidationError("--nested applies to automatic codings and cannot be combined with --hand")
        }
    }

    /// The run of these options.
    var coded: CodedRun { CodedRun(codebook: codebook, corpus: corpus, hand: hand) }

    /// Returns the depth of the level of `--level`, or nil.
    func depth(in codes: CodeList) throws -> Int? { try level.map { try codes.depth(ofLevel: $0) } }

    /// Opens the corpus, counts its documents in a statistic and passes the result on.
    ///
    /// - Parameters:
    ///   - make: Returns the empty statistic, for the codes and the depth of `--level`.
    ///   - write: Writes the result.
    func count<Counts: Statistic>(
        quiet: Bool, _ make: (CodeList, Int?) throws -> Counts, write: (Counts, CodedCorpus) throws -> Void
    ) throws {
        try coded.run(quiet: quiet) { corpus, monitor in
            try corpus.count(try make(corpus.codes, try depth(in: corpus.codes)), monitor)
        } write: {
            try write($0, $1)
        }
    }
}
