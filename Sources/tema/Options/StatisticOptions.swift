import ArgumentParser
import TemaAnalysis
import TemaModel

/// What every command takes that counts over a corpus and prints a table.
struct StatisticOptions: ParsableArguments {
    @OptionGroup var counting: CountingOptions
    @OptionGroup var output: OutputOptions

    /// Feeds a statistic with every document, and prints its table.
    ///
    /// - Parameter make: Makes the statistic of the codes and the depth of the level asked for.
    func report(_ make: (CodeList, Int?) throws -> some Statistic) throws {
        try count(make) { statistic, codes in try output.write(statistic.table(), codes) }
    }

    /// Feeds a statistic with every document.
    ///
    /// - Parameters:
    ///   - make: Makes the statistic of the codes and the depth of the level asked for.
    ///   - finish: Prints what has been counted.
    func count<Counts: Statistic>(
        _ make: (CodeList, Int?) throws -> Counts, finish: (Counts, CodeList) throws -> Void
    ) throws {
        try counting.count(quiet: output.quiet, make, finish: finish)
    }

    /// Feeds a comparison of coders with a study's codings by hand, and prints its table.
    func reportCoders(_ make: (CodeList, Int?) throws -> Comparison) throws {
        guard let study = try counting.hand.study(counting.corpus) else {
            throw ValidationError("coders are those of a study's codings by hand: add --hand")
        }
        let codes = try counting.codebook.codes(counting.corpus, quiet: output.quiet)
        let numbers = CodeNumbers(codes, of: study)
        var comparison = try make(codes, try counting.depth(in: codes))
        var failure: Problem?
        let coder = try counting.codebook.coder(codes, try counting.corpus.chosenKinds)
        try counting.corpus.run(coder: coder, quiet: output.quiet, printing: false) { coded in
            do throws(Problem) {
                let (all, coders) = try study.codedByHand(coded, numbers)
                comparison.add(all, byCoder: coders)
            } catch { failure = failure ?? error }
        } finish: { _ in
            if let failure { throw failure }
            try output.write(comparison.table(), codes)
        }
    }
}
