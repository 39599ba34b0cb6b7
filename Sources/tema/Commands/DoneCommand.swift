import ArgumentParser
import TemaModel
import TemaStudy

struct DoneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "done", abstract: "Mark documents as read and coded to the end.",
        discussion: """
            Example: tema done interviews.tema maria

            A document without codings counts for a coder only if it is marked as done. `tema status` shows the marks.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: ArgumentHelp("Documents, by their ids.", valueName: "document"))
    var documents: [String]
    @Flag(help: "Remove the marks.")
    var undo = false
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let coder = try coder.coder
        let count = try argument.open(.writing).mark(documents, done: !undo, by: coder)
        let what = undo ? "no longer done" : "done"
        try receipt.report(
            Receipt(
                "\(argument.study): \(counted(count, "document")) marked as \(what) by \(coder)",
                ["study": .text(argument.study), "coder": .text(coder), "documents": .integer(count)]))
    }
}
