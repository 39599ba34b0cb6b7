import ArgumentParser
import TemaAnalysis
import TemaModel
import TemaPipeline
import TemaStudy

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Tell precision, recall and F1 of each code from a sample that was judged.",
        discussion: """
            Example: tema validate check.csv

            check.csv is what `tema sample --format csv` wrote, with a person's yes or no under verdict. With --study the verdicts are a \
            coder's codings by hand: all passages of the sample count as read.
            """)

    @Argument(help: "The sample, a CSV file.", completion: .file(extensions: ["csv"]))
    var sample: String
    @Option(help: "codes; indicators, how often each was right; or errors, the passages wrongly found and missed.")
    var view = Validation.View.codes
    @Option(help: "A study whose codings by hand are the verdicts.", completion: .file(extensions: ["tema"]))
    var study: String?
    @Flag(help: "With --study, everybody's codings; by default a coder's own.")
    var everyone = false
    @OptionGroup var coder: CoderOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if everyone || coder.name != nil, study == nil {
            throw ValidationError("--everyone and --coder say whose codings are meant: add --study")
        }
        if everyone, coder.name != nil { throw ValidationError("--everyone or --coder, not both") }
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
            throw Problem("nothing is judged yet", suggestion: "write yes or no under verdict", file: sample)
        }
        try output.write(Validation(judgements).table(view))
    }
}

extension Validation.View: ExpressibleByArgument {}
