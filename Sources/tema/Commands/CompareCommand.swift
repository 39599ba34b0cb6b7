import ArgumentParser
import TemaAnalysis
import TemaModel
import TemaStudy

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare codes between sections, years or other groups.",
        discussion: """
            Example: tema compare -c codebook.yaml --by section --measure percent articles/

            What is more frequent after 2015: tema compare -c codebook.yaml --by year --split 2015 --view tests articles/
            """)

    @Option(
        help: ArgumentHelp(
            "article, section, language, kind, code, coder (of a study), year, journal, or a variable of the documents.",
            valueName: "variable")
    )
    var by: String
    @Option(
        help: ArgumentHelp(
            "Divide a variable of numbers, such as year, after this number. Repeatable.", valueName: "number"))
    var split: [Double] = []
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
        _ = try ComparisonVariable(by, split: split)
    }

    func run() throws {
        let variable = try ComparisonVariable(by, split: split)
        var coded = options.counting.coded(options.output.language)
        // Coders are compared by their hand codings.
        if variable == .coder { coded.usual = .hand(.everyone) }
        try coded.run(quiet: options.output.quiet) { corpus, monitor in
            let fresh = Comparison(
                codes: corpus.codes, by: variable, level: try options.counting.depth(in: corpus.codes),
                measure: measure, view: view)
            return try corpus.compare(fresh, by: variable, monitor: monitor)
        } write: { comparison, corpus in
            let table = try rows.shaped(
                comparison.table(), corpus.codes, in: try options.output.language.language(corpus.codes),
                columns: ("group", variable.label), long: comparison.longTable)
            try options.output.write(table, corpus.codes, notes: corpus.notes)
        }
    }
}

extension Comparison.View: ExpressibleByArgument {}
extension ComparisonMeasure: ExpressibleByArgument {}

extension ComparisonVariable {
    /// Returns the variable of `--by`, divided as `--split` says.
    init(_ name: String, split: [Double]) throws {
        let variable = ComparisonVariable(name)
        guard split.allSatisfy(\.isFinite) else { throw ValidationError("--split must be a number") }
        if !split.isEmpty {
            guard case .metadata = variable else {
                throw ValidationError("--split divides variables of numbers, such as year, not \(name)")
            }
        }
        self = variable.divided(at: split)
    }
}
