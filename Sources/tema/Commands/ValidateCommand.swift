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
            With --study the verdicts are hand codings, and all passages of the sample count as reviewed.
            """)

    @Argument(help: "Labelled sample (CSV file).", completion: .file(extensions: ["csv"]))
    var sample: String
    @Option(help: "codes; indicators, with their precision; or errors, the passages wrongly found or missed.")
    var view = Validation.View.codes
    @Option(help: "Study whose hand codings are the verdicts.", completion: .file(extensions: ["tema"]))
    var study: String?
    @Option(
        help: ArgumentHelp("With --study, use the codings of one coder. By default those of all.", valueName: "name"))
    var coder: String?
    @OptionGroup(title: "Output options") var output: OutputOptions

    func validate() throws {
        if coder != nil, study == nil { throw ValidationError("--coder chooses codings of a study: add --study") }
    }

    func run() throws {
        var judgements = try SampleFile.read(sample)
        if let study = try study.map({ try Study($0, for: .reading) }) {
            let choice = try coder.map { CoderChoice.coder(try study.coder(named: $0)) } ?? .everyone
            judgements = try study.verdicts(on: judgements, by: choice) { Messages.say([$0], quiet: output.quiet) }
        }
        try SampleFile.checkReviewed(judgements, path: sample)
        try output.write(Validation(judgements).table(view))
    }
}

extension Validation.View: ExpressibleByArgument {}
