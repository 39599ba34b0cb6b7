import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Undo your last action or actions.",
        discussion: """
            Example: tema undo interviews.tema 2

            An action is not undone if later ones depend on it, by you or by others.
            """)

    @OptionGroup var argument: StudyArgument
    @OptionGroup var options: RevertOptions

    func run() throws {
        let study = try argument.open(.writing)
        let (coder, anyone) = (try options.coder.coder, options.anyone)
        if let action = options.action {
            try options.report([study.undo(action: action, by: coder, anyone: anyone)], "undone")
        } else {
            try options.report(study.undo(options.count ?? 1, by: coder, anyone: anyone), "undone")
        }
    }
}

struct RedoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "Redo your last undone action or actions.",
        discussion: "Example: tema redo interviews.tema")

    @OptionGroup var argument: StudyArgument
    @OptionGroup var options: RevertOptions

    func run() throws {
        let study = try argument.open(.writing)
        let (coder, anyone) = (try options.coder.coder, options.anyone)
        if let action = options.action {
            try options.report([study.redo(action: action, by: coder, anyone: anyone)], "redone")
        } else {
            try options.report(study.redo(options.count ?? 1, by: coder, anyone: anyone), "redone")
        }
    }
}

/// The options of undo and redo.
struct RevertOptions: ParsableArguments {
    @Argument(help: "Number of actions, 1 by default.")
    var count: Int?
    @Option(help: ArgumentHelp("Only this action, by its number in `tema history`.", valueName: "number"))
    var action: Int64?
    @Flag(help: "Also actions of other coders.")
    var anyone = false
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func validate() throws {
        if let count, count < 1 { throw ValidationError("the number of actions must be 1 or more") }
        if count != nil, action != nil {
            throw ValidationError("--action is one action: omit the number of actions")
        }
    }

    /// - Parameter what: What was done with the actions, such as `undone`.
    func report(_ actions: [Action], _ what: String) throws {
        if actions.isEmpty {
            Messages.say("nothing by \(anyone ? "anyone" : try coder.coder) to be \(what)")
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
