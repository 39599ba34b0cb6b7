import Analysis
import ArgumentParser
import Exchange
import Model

/// What every command that counts over a corpus takes.
struct StatisticOptions: ParsableArguments {
    @OptionGroup var codebook: CodebookOptions
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var hand: HandOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "The level to tell about, by its name in the codebook or its number from the top.")
    var level: String?

    /// Feeds a statistic with every document, and prints its table.
    ///
    /// - Parameter make: Makes the statistic of the codes and the depth of the level asked for.
    func report(_ make: (CodeList, Int?) throws -> some Statistic) throws {
        let codes = try codebook.codes(corpus, quiet: output.quiet)
        var statistic = try make(codes, try depth(in: codes))
        let coder = try codebook.coder(codes, try corpus.chosenKinds)
        try corpus.run(coder: coder, hand: try hand.coding(corpus, codes), quiet: output.quiet, printing: false) {
            statistic.add($0)
        } finish: { _ in
            try output.write(statistic.table())
        }
    }

    private func depth(in codes: CodeList) throws -> Int? {
        guard let level else { return nil }
        if let at = codes.codebook.levels.firstIndex(of: level) { return at + 1 }
        if let number = Int(level), (1...max(1, codes.entries.map(\.depth).max() ?? 1)).contains(number) {
            return number
        }
        throw ValidationError("the codebook has no level “\(level)”; \(didYouMean(level, codes.codebook.levels))")
    }
}
