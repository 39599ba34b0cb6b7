import ArgumentParser
import TemaModel
import TemaStudy

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Merge the changes of another copy of a study.",
        discussion: "Example: tema merge interviews.tema from-ben.tema")

    @OptionGroup var argument: StudyArgument
    @Argument(
        help: ArgumentHelp("Other copy, which is not changed.", valueName: "copy"),
        completion: .file(extensions: ["tema"]))
    var theirs: String
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let theirs = try Study(theirs, for: .reading)
        let merged = try argument.open(.writing).merge(theirs, by: try coder.coder)
        for conflict in merged.conflicts { Messages.say("conflict in \(conflict)") }
        let doubtful = merged.moved.filter { $0.state != .sure }
        doubtful.forEach(ReanchorCommand.report)
        try receipt.report(
            Receipt(
                "\(argument.study): \(merged.added) added, \(merged.changed) changed, \(merged.removed) removed, "
                    + "\(counted(merged.documents, "text")) imported, \(counted(merged.conflicts.count, "conflict"))",
                [
                    "study": .text(argument.study), "added": .integer(merged.added),
                    "changed": .integer(merged.changed),
                    "removed": .integer(merged.removed), "texts": .integer(merged.documents),
                    "conflicts": .names(merged.conflicts), "moved_codings": .names(merged.moved.map(\.id)),
                    "to_review": .names(doubtful.map(\.id)),
                ]))
        if !merged.conflicts.isEmpty { throw ExitCode(1) }
    }
}
