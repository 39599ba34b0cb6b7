import Analysis
import ArgumentParser

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Compare codes across articles, sections, years, or any variable.",
        discussion: "Example: tema compare -c codebook.yaml --by section --measure percent articles/")

    @Option(help: "article, section, language, kind, year, journal, or any variable of the documents.")
    var by: String
    @Option(help: "What is compared.")
    var measure = ComparisonMeasure.passages
    @Option(help: "values; intervals with shares; or tests, whether a code's share differs between the groups.")
    var view = Comparison.View.values
    @OptionGroup var options: StatisticOptions

    func validate() throws {
        if view == .intervals, measure != .percent, measure != .articlesPercent {
            throw ValidationError("intervals are those of shares: --measure percent or articles_percent")
        }
    }

    func run() throws {
        try options.report { codes, level in
            Comparison(codes: codes, by: ComparisonVariable(by), level: level, measure: measure, view: view)
        }
    }
}
