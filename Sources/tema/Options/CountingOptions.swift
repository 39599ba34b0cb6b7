import ArgumentParser
import TemaAnalysis
import TemaModel

/// What is counted: a corpus, the codebook that codes it, and the level told about.
struct CountingOptions: ParsableArguments {
    @OptionGroup var codebook: CodebookOptions
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var hand: HandOptions

    @Option(help: "The level to tell about, by its name in the codebook or its number from the top.")
    var level: String?

    /// Feeds a statistic with every document.
    ///
    /// - Parameters:
    ///   - make: Makes the statistic of the codes and the depth of the level asked for.
    ///   - finish: Takes the statistic when all is counted.
    func count<S: Statistic>(
        quiet: Bool, _ make: (CodeList, Int?) throws -> S, finish: (S, CodeList) throws -> Void
    ) throws {
        let codes = try codebook.codes(corpus, quiet: quiet)
        var statistic = try make(codes, try depth(in: codes))
        try each(codes, quiet: quiet) {
            statistic.add($0)
        } finish: { _ in
            try finish(statistic, codes)
        }
    }

    /// Gives every document, coded.
    ///
    /// - Parameters:
    ///   - told: Takes each problem that is told.
    ///   - finish: Takes the number of documents when all are read.
    func each(
        _ codes: CodeList, quiet: Bool, told: @escaping (Problem) -> Void = { _ in },
        _ consume: (CodedDocument) -> Void, finish: (Int) throws -> Void
    ) throws {
        let coder = try codebook.coder(codes, try corpus.chosenKinds)
        try corpus.run(
            coder: coder, hand: try hand.coding(corpus, codes), quiet: quiet, printing: false, told: told, consume,
            finish: finish)
    }

    /// The depth of the level asked for.
    func depth(in codes: CodeList) throws -> Int? { try level.map { try codes.depth(ofLevel: $0) } }
}
