import ArgumentParser
import TemaAnalysis
import TemaModel

/// Options of every command that counts over a corpus and prints a table.
struct StatisticOptions: ParsableArguments {
    @OptionGroup var counting: CountingOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    /// Adds every document to a statistic, and prints its table.
    ///
    /// - Parameter make: Returns the empty statistic, for the codes and the depth of `--level`.
    func report(_ make: (CodeList, Int?) throws -> some Statistic) throws {
        try counting.count(quiet: output.quiet, make) { counts, corpus in
            try output.write(counts.table(), corpus.codes)
        }
    }
}

/// Options of random draws.
struct DrawOptions: ParsableArguments {
    @Option(help: "Number of random draws; 0 for none.")
    var draws = 1000
    @Option(help: "Random seed.")
    var seed: UInt64 = 1

    func validate() throws {
        guard 0...100_000 ~= draws else { throw ValidationError("--draws must be from 0 to 100,000") }
    }
}
