import Analysis
import ArgumentParser
import Model

/// What every command takes that counts over a corpus and prints a table.
struct StatisticOptions: ParsableArguments {
    @OptionGroup var counting: CountingOptions
    @OptionGroup var output: OutputOptions

    /// Feeds a statistic with every document, and prints its table.
    ///
    /// - Parameter make: Makes the statistic of the codes and the depth of the level asked for.
    func report(_ make: (CodeList, Int?) throws -> some Statistic) throws {
        try counting.count(quiet: output.quiet, make) { statistic, _ in try output.write(statistic.table()) }
    }
}
