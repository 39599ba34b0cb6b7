import ArgumentParser
import TemaModel
import TemaStudy

struct BlindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blind", abstract: "Hide coders' work from each other until both are done.",
        discussion: """
            Example: tema blind interviews.tema --on

            Without options it lists how the rule applies to each document. The rule is enforced by the workspace in the \
            browser, which knows who asks. The command line prints everything: who has the file can read all of it.
            """)

    @OptionGroup var argument: StudyArgument
    @Flag(help: "Turn the rule on.")
    var on = false
    @Flag(help: "Turn the rule off.")
    var off = false
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Show everyone's work in these documents in spite of the rule.", valueName: "document"))
    var open: [String] = []
    @Option(
        parsing: .upToNextOption, help: ArgumentHelp("Apply the rule to these documents again.", valueName: "document"))
    var close: [String] = []
    @OptionGroup var coder: CoderOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    func validate() throws {
        guard !(on && off) else { throw ValidationError("pass either --on or --off") }
    }

    func run() throws {
        guard on || off || !open.isEmpty || !close.isEmpty else { return try list() }
        let study = try argument.open(.writing)
        let me = try coder.coder
        var changed = 0
        if on || off, try study.setBlind(on, by: me) { changed += 1 }
        if !open.isEmpty { changed += try study.setOpen(open, by: me) }
        if !close.isEmpty { changed += try study.setOpen(close, isOpen: false, by: me) }
        let isBlind = try study.blindStates().isBlind
        try output.report(
            Receipt(
                "\(argument.study): the blind rule is \(isBlind ? "on" : "off"), \(counted(changed, "change"))",
                ["study": .text(argument.study), "blind": .text(isBlind ? "on" : "off"), "changed": .integer(changed)]))
    }

    private static let layout = Table.Layout(
        title: "Blind rule",
        columns: [
            .document, .init("state", "State"), .init("coders", "Coders"),
            .init("waiting", "Not done"),
        ])

    private func list() throws {
        let (isBlind, documents) = try argument.open(.reading).blindStates()
        let rows = documents.map { state in
            Table.Row([
                .text(state.document), .text(state.isOpen ? "open" : state.isFinished ? "done" : "blind"),
                .names(state.coders), .names(state.waiting),
            ])
        }
        let rule =
            isBlind
            ? Phrase("The blind rule is on. Others’ work in a document is visible if the document is open, or done.")
            : Phrase("The blind rule is off: everyone’s work is visible.")
        try output.write(
            Table(
                Self.layout, rows: rows,
                notes: [
                    rule,
                    Phrase("Done: marked as done by all who have coded the document or are assigned to it."),
                    Phrase("The workspace in the browser enforces the rule. The command line prints everything."),
                ]))
    }
}
