import ArgumentParser
import TemaAnalysis
import TemaModel
import TemaPipeline
import TemaStudy

/// Options of commands that compare groups: the variable whose values are the groups.
struct ComparisonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "article, section, language, kind, code, coder (of a study), year, journal, or a variable of the documents.",
            valueName: "variable"))
    var by: String
    @Option(
        help: ArgumentHelp(
            "Divide a variable of numbers, such as year, after this number. Repeatable.", valueName: "number"))
    var split: [Double] = []

    func validate() throws { _ = try variable }

    /// The variable of `--by`, divided as `--split` says.
    var variable: ComparisonVariable {
        get throws {
            let variable = ComparisonVariable(by)
            guard split.allSatisfy(\.isFinite) else { throw ValidationError("--split must be a number") }
            if !split.isEmpty {
                guard case .metadata = variable else {
                    throw ValidationError("--split divides variables of numbers, such as year, not \(by)")
                }
            }
            return variable.divided(at: split)
        }
    }

    /// Opens the corpus, compares its documents and passes the comparison on.
    func compare(
        _ measure: ComparisonMeasure?, view: Comparison.View, _ counting: CountingOptions, language: LanguageOptions,
        quiet: Bool, write: (Comparison, CodedCorpus) throws -> Void
    ) throws {
        let variable = try variable
        var coded = counting.coded(language)
        // Coders are compared by their hand codings.
        if variable == .coder { coded.usual = .hand(.everyone) }
        try coded.run(quiet: quiet) { corpus, monitor in
            let fresh = Comparison(
                codes: corpus.codes, by: variable, level: try counting.depth(in: corpus.codes), measure: measure,
                view: view)
            return try corpus.compare(fresh, by: variable, monitor: monitor)
        } write: {
            try write($0, $1)
        }
    }
}
