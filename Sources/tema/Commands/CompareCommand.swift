import ArgumentParser
import TemaAnalysis
import TemaModel

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare codes between sections, years or other groups.",
        discussion: """
            Example: tema compare -c codebook.yaml --by section --measure percent articles/

            What is more frequent after 2015: tema compare -c codebook.yaml --by year --split 2015 --view tests articles/
            """)

    @OptionGroup var comparison: ComparisonOptions
    @Option(help: "Value to compare. By default passages, or percent if the groups differ in size.")
    var measure: ComparisonMeasure?
    @Option(help: "values; intervals of shares; or tests of differences between groups.")
    var view = Comparison.View.values
    @OptionGroup(title: "Row options") var rows: RowOptions
    @OptionGroup var options: StatisticOptions

    func validate() throws {
        func names(_ isFit: (ComparisonMeasure) -> Bool) -> String {
            ComparisonMeasure.allCases.filter(isFit).map(\.rawValue).joined(separator: ", ")
        }
        if view == .intervals, !(measure?.isShare ?? false) {
            throw ValidationError("intervals need a measure of shares: --measure \(names(\.isShare))")
        }
        if view == .tests, let measure, !measure.isTestable {
            throw ValidationError("differences of \(measure.rawValue) cannot be tested; test \(names(\.isTestable))")
        }
        if view == .tests, rows.long || rows.transpose {
            throw ValidationError("--long and --transpose apply to values and intervals, not to tests")
        }
    }

    func run() throws {
        let output = options.output
        try comparison.compare(
            measure, view: view, options.counting, language: output.language, quiet: output.quiet
        ) { counts, corpus in
            let table = try rows.shaped(
                counts.table(), corpus.codes, in: try output.language.language(corpus.codes),
                columns: ("group", try comparison.variable.label), long: counts.longTable)
            try output.write(table, corpus.codes, notes: corpus.notes)
        }
    }
}

extension Comparison.View: ExpressibleByArgument {}
extension ComparisonMeasure: ExpressibleByArgument {}
