import ArgumentParser
import TemaCoding
import TemaModel
import TemaPipeline
import TemaStudy

struct CodebookDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show which passages of a study gain or lose which code between two versions of its codebook.",
        discussion: """
            Example: tema codebook diff interviews.tema 2 9

            A version is the number of an action in the history, after which the codebook was like that, or a YAML file.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "The older version.")
    var from: String
    @Argument(help: "The newer version; without it the codebook as it is now.")
    var to: String?
    @OptionGroup var output: OutputOptions

    private static let layout = Table.Layout(
        title: "What the codebook's change does",
        columns: [
            .init("document", "Document"), .init("passage", "Passage", style: .integer), .init("change", "Change"),
            .init("code", "Code"),
        ])

    func run() throws {
        let study = try argument.open(.reading)
        let (old, new) = (try codes(from, study), try to.map { try codes($0, study) } ?? CodebookFile(of: study).codes)
        let table = try output.table(Self.layout)
        let counts = try study.codingChanges(from: old, to: new) { change throws(Problem) in
            try table.add(
                Table.Row([
                    .text(change.document), .integer(change.passage), .text(change.isGained ? "gained" : "lost"),
                    .text(change.code),
                ]))
        }
        try table.finish(notes: ["\(counts.gained) gained, \(counts.lost) lost; a passage has a code once."])
    }

    private func codes(_ version: String, _ study: Study) throws -> CodeList {
        guard let number = Int64(version) else { return try CodebookFile.read(version, quiet: output.quiet).codes }
        guard let yaml = try study.codebook(after: number) else {
            throw ValidationError("the study had no codebook after action \(number)")
        }
        return try CodebookFile.codes(yaml, of: study)
    }
}
