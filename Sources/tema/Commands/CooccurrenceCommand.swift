import Analysis
import ArgumentParser
import Exchange
import Model

struct CooccurrenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cooccurrence", abstract: "Print pairs of codes that stand in the same unit.",
        discussion: "Example: tema cooccurrence -c codebook.yaml --unit section articles/")

    @OptionGroup var codebook: CodebookOptions
    @OptionGroup var level: LevelOption
    @Option(help: "What two codes must share: \(CooccurrenceUnit.allCases.map(\.rawValue).joined(separator: ", ")).")
    var unit = CooccurrenceUnit.passage.rawValue
    @Flag(help: "Print pairs that never meet, too.")
    var all = false
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let codes = try codebook.codes(quiet: output.quiet)
        guard let unit = CooccurrenceUnit(rawValue: unit) else {
            throw ValidationError(
                "“\(unit)” is no unit; \(didYouMean(unit, CooccurrenceUnit.allCases.map(\.rawValue)))")
        }
        var pairs = Cooccurrence(codes: codes, unit: unit, level: try level.depth(in: codes), includeAll: all)
        let coder = try codebook.coder(codes, try corpus.chosenKinds)
        try corpus.run(coder: coder, quiet: output.quiet) {
            pairs.add($0)
        } finish: { _ in
            try output.write(pairs.table())
        }
    }
}
