import ArgumentParser
import TemaAnalysis
import TemaModel

/// What every command takes that counts over a corpus and prints a table.
struct StatisticOptions: ParsableArguments {
    @OptionGroup var counting: CountingOptions
    @OptionGroup var output: OutputOptions

    /// Counts every document in a statistic, and prints its table.
    ///
    /// - Parameter make: Makes the statistic of the codes and the depth of the level asked for.
    func report(_ make: (CodeList, Int?) throws -> some Statistic) throws {
        try counting.count(quiet: output.quiet, make) { counts, corpus in
            try output.write(counts.table(), corpus.codes)
        }
    }
}

/// How often chance is asked, and what decides its answers.
struct DrawOptions: ParsableArguments {
    @Option(help: "How many random draws are made; 0 for none.")
    var draws = 1000
    @Option(help: "What decides the draws: the same seed gives the same.")
    var seed: UInt64 = 1

    func validate() throws {
        guard 0...100_000 ~= draws else { throw ValidationError("--draws takes 0 to 100,000") }
    }
}
