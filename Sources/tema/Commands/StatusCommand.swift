import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show the progress of hand coding and the next passage.",
        discussion: """
            Example: tema status interviews.tema --by coder

            It counts passages of the kinds that are coded by default: no headings, captions, footnotes or references.
            """)

    @OptionGroup var argument: StudyArgument
    @Option(
        help: ArgumentHelp(
            "Row: each document, each coder, or each passage that the coder has not coded.", valueName: "row"))
    var by = ProgressView.document
    @OptionGroup var coder: CoderOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    func run() throws {
        let study = try argument.open(.reading)
        let table = try output.table(by.layout(isAssigned: !study.assignments().isEmpty))
        try table.finish(notes: study.progress(by, of: try coder.coder, table.add))
    }
}

extension ProgressView: ExpressibleByArgument {}
