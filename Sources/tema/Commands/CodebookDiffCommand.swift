import ArgumentParser
import TemaCoding
import TemaModel
import TemaPipeline
import TemaStudy

struct CodebookDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare the codings of two versions of a codebook.",
        discussion: """
            Example: tema codebook diff interviews.tema 2 9

            It lists the passages of the study that gain or lose a code. A version is a YAML file, or the number of an \
            action in the history after which the codebook was in use.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: ArgumentHelp("Older version.", valueName: "old"))
    var from: String
    @Argument(help: ArgumentHelp("Newer version. The current codebook by default.", valueName: "new"))
    var to: String?
    @OptionGroup(title: "Output options") var output: OutputOptions

    private static let layout = Table.Layout(
        title: "Changes of codings",
        columns: [
            .document, .init("passage", "Passage", style: .ordinal), .init("change", "Change"),
            .init("code", "Code"),
        ])

    func run() throws {
        let study = try argument.open(.reading)
        let (old, new) = (try codes(from, study), try to.map { try codes($0, study) } ?? CodebookFile(of: study).codes)
        let table = try output.table(Self.layout, new)
        let counts = try study.codingChanges(from: old, to: new) { change throws(Problem) in
            try table.add(
                Table.Row([
                    .text(change.document), .integer(change.passage),
                    .phrase(change.isGained ? Phrase("gained") : Phrase("lost")),
                    .text(change.code),
                ]))
        }
        try table.finish(notes: [
            Phrase("\(counts.gained) gained, \(counts.lost) lost. Each code is counted once per passage.")
        ])
    }

    private func codes(_ version: String, _ study: Study) throws -> CodeList {
        guard let number = Int64(version) else { return try CodebookFile.read(version, quiet: output.quiet).codes }
        guard let yaml = try study.codebook(after: number) else {
            throw ValidationError("the study had no codebook after action \(number)")
        }
        return try CodebookFile.codes(yaml, of: study)
    }
}
