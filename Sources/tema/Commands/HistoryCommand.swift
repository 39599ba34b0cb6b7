import ArgumentParser
import TemaModel
import TemaStudy

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "List the actions on a study.",
        discussion: "Example: tema history interviews.tema --last 20 --coder maria")

    @OptionGroup var argument: StudyArgument
    @Option(help: ArgumentHelp("Only the last actions.", valueName: "number"))
    var last: Int?
    @Option(help: ArgumentHelp("Only the actions of this coder.", valueName: "name"))
    var coder: String?
    @OptionGroup(title: "Output options") var output: OutputOptions

    private static let layout = Table.Layout(
        title: "History",
        columns: [
            .init("number", "No.", style: .ordinal), .init("at", "Time"), .init("coder", "Coder"),
            .init("action", "Action"),
            .init("detail", "Detail"),
        ])

    func validate() throws {
        if let last, last < 1 { throw ValidationError("--last must be 1 or more") }
    }

    func run() throws {
        let actions = try argument.open(.reading).history(limit: last ?? .max, by: coder)
        if let coder, actions.isEmpty {
            throw Problem(
                "no action is by “\(coder)”", suggestion: "list all actions without --coder", file: argument.study)
        }
        let rows = actions.reversed().map { action in
            Table.Row([
                .integer(Int(action.number)), .text(action.at), .text(action.coder), .text(action.name),
                .text(action.detail),
            ])
        }
        try output.write(
            Table(Self.layout, rows: rows, notes: [Phrase("\(count: rows.count, "action"). Times are UTC.")]))
    }
}
