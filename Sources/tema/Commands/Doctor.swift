import ArgumentParser
import Model
import Store

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Save what can be read of a damaged study into a new one.",
        discussion: "Example: tema doctor interviews.tema -o rescued.tema")

    @OptionGroup var argument: StudyArgument
    @Option(name: [.short, .long], help: "The study to make; the damaged one is only read.", completion: .file())
    var output: String

    func run() throws {
        guard StudyPath.isOne(output) else { throw ValidationError("a study's name ends in .tema") }
        let saved = try Rescue.save(argument.study, into: output)
        print(
            "\(output): \(counted(saved.documents, "document")), \(counted(saved.codings, "coding")), "
                + "\(counted(saved.memos, "memo")) saved, \(counted(saved.lost, "row")) lost")
        if saved.lost > 0 { throw ExitCode(1) }
    }
}
