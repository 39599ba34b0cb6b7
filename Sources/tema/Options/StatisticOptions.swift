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
