import Analysis
import ArgumentParser

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare codes across articles, sections, years, or any variable.",
        discussion: "Example: tema compare -c codebook.yaml --by section --measure percent articles/")

    @Option(help: "article, section, language, kind, year, journal, or any variable of the documents.")
    var by: String
    @Option(help: "What is compared.")
    var measure = ComparisonMeasure.passages
    @OptionGroup var options: StatisticOptions

    func run() throws {
        try options.report { codes, level in
            Comparison(codes: codes, by: ComparisonVariable(by), level: level, measure: measure)
        }
    }
}
