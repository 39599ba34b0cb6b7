import ArgumentParser
import TemaAnalysis
import TemaModel
import TemaStudy

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare codes between sections, years or other groups.",
        discussion: "Example: tema compare -c codebook.yaml --by section --measure percent articles/")

    @Option(
        help: ArgumentHelp(
            "article, section, language, kind, code, coder (of a study), year, journal, or a variable of the documents.",
            valueName: "variable")
    )
    var by: String
    @Option(help: "Value to compare.")
    var measure = ComparisonMeasure.passages
    @Option(
        help:
            "values; intervals of shares; proportions, one row per code and group; or tests of differences between groups."
    )
    var view = Comparison.View.values
    @OptionGroup var options: StatisticOptions

    func validate() throws {
        if view == .intervals || view == .proportions, !measure.isShare {
            let shares = ComparisonMeasure.allCases.filter(\.isShare).map(\.rawValue).joined(separator: ", ")
            throw ValidationError("intervals and proportions need a measure of shares: --measure \(shares)")
        }
    }

    func run() throws {
        let variable = ComparisonVariable(by)
        var coded = options.counting.coded(options.output.language)
        // Coders are compared by their hand codings.
        if variable == .coder { coded.usual = .hand(.everyone) }
        try coded.run(quiet: options.output.quiet) { corpus, monitor in
            let fresh = Comparison(
                codes: corpus.codes, by: variable, level: try options.counting.depth(in: corpus.codes),
                measure: measure, view: view)
            return try corpus.compare(fresh, by: variable, monitor: monitor)
        } write: { comparison, corpus in
            try options.output.write(comparison.table(), corpus.codes, notes: corpus.notes)
        }
    }
}

extension Comparison.View: ExpressibleByArgument {}
extension ComparisonMeasure: ExpressibleByArgument {}
