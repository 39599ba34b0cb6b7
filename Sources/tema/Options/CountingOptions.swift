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

    /// What a command opens and runs.
    var coded: CodedRun { CodedRun(codebook: codebook, corpus: corpus, hand: hand) }

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
        try coded.run(quiet: quiet) { corpus, monitor in
            try corpus.count(try make(corpus.codes, try depth(in: corpus.codes)), monitor)
        } write: {
            try write($0, $1)
        }
    }
}
