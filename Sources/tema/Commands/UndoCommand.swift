import ArgumentParser
import TemaModel
import TemaStudy

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Undo the last action or actions.",
        discussion: "Example: tema undo interviews.tema 2")

    @OptionGroup var argument: StudyArgument
    @OptionGroup var options: RevertOptions

    func run() throws {
        let undone = try argument.open(.writing).undo(options.count, by: try options.coder.coder)
        try options.report(undone, "undone", nothing: "nothing to undo")
    }
}

struct RedoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "Redo the last undone action or actions.",
        discussion: "Example: tema redo interviews.tema")

    @OptionGroup var argument: StudyArgument
    @OptionGroup var options: RevertOptions

    func run() throws {
        let redone = try argument.open(.writing).redo(options.count, by: try options.coder.coder)
        try options.report(redone, "redone", nothing: "nothing to redo")
    }
}

/// The options of undo and redo.
struct RevertOptions: ParsableArguments {
    @Argument(help: "Number of actions.")
    var count = 1
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func validate() throws {
        if count < 1 { throw ValidationError("the number of actions must be 1 or more") }
    }

    func report(_ actions: [Action], _ what: String, nothing: String) throws {
        if actions.isEmpty {
            Messages.say(nothing)
            throw ExitCode(1)
        }
        try receipt.report(
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
