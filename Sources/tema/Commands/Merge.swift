import ArgumentParser
import Model
import Store

struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take over what was done in another copy of a study.",
        discussion: "Example: tema merge interviews.tema from-ben.tema")

    @OptionGroup var argument: StudyArgument
    @Argument(help: "The other copy, which is only read.", completion: .file(extensions: ["tema"]))
    var theirs: String
    @OptionGroup var coder: CoderOptions

    func run() throws {
        let theirs = try Study(theirs, for: .reading)
        let merged = try argument.open(.writing).merge(theirs, by: try coder.coder)
        for conflict in merged.conflicts { Messages.say("conflict in \(conflict)") }
        merged.moved.filter { $0.state != .sure }.forEach(Reanchor.tell)
        print(
            "\(argument.study): \(merged.added) added, \(merged.changed) changed, \(merged.removed) taken away, "
                + "\(counted(merged.documents, "text")) taken in, \(counted(merged.conflicts.count, "conflict"))")
        if !merged.conflicts.isEmpty { throw ExitCode(1) }
    }
}
