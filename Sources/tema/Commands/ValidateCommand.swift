import ArgumentParser
import TemaAnalysis
import TemaModel
import TemaPipeline
import TemaStudy

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Compute how many automatic codings are right, by a sample.",
        discussion: """
            Example: tema validate check.csv

            check.csv is the output of `tema sample --format csv`, with a person's yes or no in the column verdict. \
            With --study the verdicts are a coder's hand codings, and all passages of the sample count as reviewed.
            """)

    @Argument(help: "Labelled sample (CSV file).", completion: .file(extensions: ["csv"]))
    var sample: String
    @Option(help: "codes; indicators, with their precision; or errors, the passages wrongly found or missed.")
    var view = Validation.View.codes
    @Option(help: "Study whose hand codings are the verdicts.", completion: .file(extensions: ["tema"]))
    var study: String?
    @Flag(help: "With --study, use all coders' codings. By default those of --coder.")
    var everyone = false
    @OptionGroup var coder: CoderOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    func validate() throws {
        if everyone || coder.name != nil, study == nil {
            throw ValidationError("--everyone and --coder choose codings of a study: add --study")
        }
        if everyone, coder.name != nil { throw ValidationError("--everyone and --coder cannot be combined") }
    }

    func run() throws {
        var judgements = try SampleFile.read(sample)
        if let study = try study.map({ try Study($0, for: .reading) }) {
            let choice: CoderChoice =
                if everyone { .everyone } else {
                    .coder(try coder.name.map { try study.coder(named: $0) } ?? coder.coder)
                }
            judgements = try study.verdicts(on: judgements, by: choice) { Messages.say([$0], quiet: output.quiet) }
        }
        guard judgements.contains(where: { $0.verdict != .open }) else {
            throw Problem(
                "the sample has no verdicts", suggestion: "write yes or no in the column verdict", file: sample)
        }
        try output.write(Validation(judgements).table(view))
    }
}

extension Validation.View: ExpressibleByArgument {}
