import Analysis
import ArgumentParser
import Exchange
import Model

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare codes across articles, sections, years, or any variable.",
        discussion: "Example: tema compare -c codebook.yaml --by section --measure percent articles/")

    @OptionGroup var codebook: CodebookOptions
    @Option(help: "article, section, language, kind, year, journal, or any variable of the documents.")
    var by: String
    @Option(help: "What is compared: \(ComparisonMeasure.allCases.map(\.rawValue).joined(separator: ", ")).")
    var measure = ComparisonMeasure.passages.rawValue
    @OptionGroup var level: LevelOption
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let codes = try codebook.codes(quiet: output.quiet)
        guard let measure = ComparisonMeasure(rawValue: measure) else {
            throw ValidationError(
                "“\(measure)” is no measure; \(didYouMean(measure, ComparisonMeasure.allCases.map(\.rawValue)))")
        }
        var comparison = Comparison(
            codes: codes, by: ComparisonVariable(by), level: try level.depth(in: codes), measure: measure)
        let coder = try codebook.coder(codes, try corpus.chosenKinds)
        try corpus.run(coder: coder, quiet: output.quiet) {
            comparison.add($0)
        } finish: { _ in
            try output.write(comparison.table())
        }
    }
}
