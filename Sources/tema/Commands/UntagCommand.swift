import ArgumentParser
import TemaModel
import TemaStudy

struct UntagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "untag", abstract: "Take hand codings away; `tema undo` brings them back.",
        discussion: "Example: tema untag interviews.tema 3f9a0c")

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Ids of codings, or as much of each as no other begins with.")
    var ids: [String]
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        try receipt.tell(try argument.open(.writing).untag(ids, by: try coder.coder).map { Receipt($0) })
    }
}
