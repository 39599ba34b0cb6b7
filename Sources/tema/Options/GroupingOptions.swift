import ArgumentParser
import TemaAnalysis
import TemaCharts
import TemaReport

/// Options of charts that compare groups.
struct GroupingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "article, section, language, kind, code, coder (of a study), year, journal, or a variable of the documents.",
            valueName: "variable"))
    var by: String
    @Option(
        help: ArgumentHelp(
            "Divide a variable of numbers, such as year, after this number. Repeatable.", valueName: "number"))
    var split: [Double] = []
    @Option(help: ArgumentHelp("Maximum number of groups, those with the most codes.", valueName: "number"))
    var groups = 40

    func validate() throws {
        guard 1...1000 ~= groups else { throw ValidationError("--groups must be from 1 to 1,000 groups") }
    }

    /// Compares every document, and draws the comparison.
    func draw(
        _ measure: ComparisonMeasure?, view: Comparison.View, _ picture: PictureOptions,
        _ draw: (ComparisonPicture) -> (Double) -> Picture
    ) throws {
        let variable = try ComparisonVariable(by, split: split)
        var coded = picture.counting.coded(picture.language)
        // Coders are compared by their hand codings.
        if variable == .coder { coded.usual = .hand(.everyone) }
        try coded.run(quiet: picture.quiet) { corpus, monitor in
            let fresh = Comparison(
                codes: corpus.codes, by: variable, level: try picture.counting.depth(in: corpus.codes),
                measure: measure, view: view)
            return try corpus.compare(fresh, by: variable, monitor: monitor)
        } write: { comparison, corpus in
            let language = try picture.language.language(corpus.codes)
            try picture.write(draw(ComparisonPicture(comparison, corpus.codes, in: language)), in: language)
        }
    }
}
