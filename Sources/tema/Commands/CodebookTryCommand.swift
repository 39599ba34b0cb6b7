import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct CodebookTryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try", abstract: "Show what indicators of a code would match.",
        discussion: """
            Example: tema codebook try interviews.tema loss --indicator "lost everything" --indicator "los* NEAR/3 home"

            The study is not changed. Without --add, the indicators are tried instead of those that the code has.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Code, by its path, id or name.")
    var code: String
    @OptionGroup var indicators: IndicatorOptions
    @Flag(help: "Try the indicators together with those that the code has.")
    var add = false
    @OptionGroup(title: "Output options") var output: OutputOptions

    private static let layout = Table.Layout(
        title: "Passages that the indicators match",
        columns: [
            .document, .init("passage", "Passage", style: .ordinal), .init("new", "New"),
            .init("start", "Start", style: .ordinal, for: .programs),
            .init("end", "End", style: .ordinal, for: .programs),
            .init("before", "Before", style: .rightText), .init("match", "Match"), .init("after", "After"),
        ])

    func validate() throws {
        if indicators.words.isEmpty { throw ValidationError("pass the indicators to try with --indicator") }
    }

    func run() throws {
        let study = try argument.open(.reading)
        try study.holdSnapshot()
        let codes = try CodebookFile(of: study).codes
        let number = try codes.number(named: code)
        var tried = codes.entries[number].code.indicators
        try indicators.write(to: &tried, main: codes.codebook.language, adding: add)
        let trial = try study.trial(of: codes.entries[number].path, indicators: tried)
        if !output.quiet { for warning in trial.warnings { Messages.say(warning.description) } }
        let rows = trial.first.map { passage in
            Table.Row([
                .text(passage.document), .integer(passage.passage),
                .phrase(passage.isNew ? Phrase("yes") : Phrase("no")), .integer(passage.span.lowerBound),
                .integer(passage.span.upperBound), .text(passage.before), .text(passage.quote), .text(passage.after),
            ])
        }
        try output.write(Table(Self.layout, rows: rows, notes: notes(trial)), codes)
    }

    private func notes(_ trial: IndicatorTrial) -> [Phrase] {
        let counts = Phrase(
            """
            Matches: \(trial.matches), in \(count: trial.passages, "passage") of \(count: trial.documents, "document"). Compared \
            with the present indicators, passages gained: \(trial.new), lost: \(trial.lost).
            """)
        guard trial.passages > trial.first.count else { return [counts] }
        return [counts, Phrase("Only the first \(count: trial.first.count, "passage") are listed.")]
    }
}
