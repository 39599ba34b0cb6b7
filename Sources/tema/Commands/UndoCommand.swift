import ArgumentParser
import TemaModel
import TemaStudy

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take back the last action, or the last few.",
        discussion: "Example: tema undo interviews.tema 2")

    @OptionGroup var argument: StudyArgument
    @OptionGroup var options: RevertOptions

    func run() throws {
        let undone = try argument.open(.writing).undo(options.count, by: try options.coder.coder)
        try options.tell(undone, "undone", nothing: "there is nothing to undo")
    }
}

struct RedoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "Do again what was undone last.",
        discussion: "Example: tema redo interviews.tema")

    @OptionGroup var argument: StudyArgument
    @OptionGroup var options: RevertOptions

    func run() throws {
        let redone = try argument.open(.writing).redo(options.count, by: try options.coder.coder)
        try options.tell(redone, "done again", nothing: "there is nothing to redo")
    }
}

/// How many actions to take back, and who does it.
struct RevertOptions: ParsableArguments {
    @Argument(help: "How many actions.")
    var count = 1
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func validate() throws {
        if count < 1 { throw ValidationError("the number of actions is 1 or more") }
    }

    func tell(_ actions: [Action], _ what: String, nothing: String) throws {
        if actions.isEmpty {
            Messages.say(nothing)
            throw ExitCode(1)
        }
        try receipt.tell(
            actions.map { action in
                Receipt(
                    "\(what): \(action.name) \(action.detail), by \(action.coder), \(action.at)",
                    [
                        "done": .text(what), "number": .integer(Int(action.number)), "at": .text(action.at),
                        "coder": .text(action.coder), "action": .text(action.name), "detail": .text(action.detail),
                    ])
            })
    }
}
