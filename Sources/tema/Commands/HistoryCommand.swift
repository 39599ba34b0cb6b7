import ArgumentParser
import TemaModel
import TemaStudy

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "List the actions on a study.",
        discussion: "Example: tema history interviews.tema")

    @OptionGroup var argument: StudyArgument
    @OptionGroup(title: "Output options") var output: OutputOptions

    private static let layout = Table.Layout(
        title: "History",
        columns: [
            .init("number", "No.", style: .ordinal), .init("at", "Time"), .init("coder", "Coder"),
            .init("action", "Action"),
            .init("detail", "Detail"),
        ])

    func run() throws {
        let rows = try argument.open(.reading).history().map { action in
            Table.Row([
                .integer(Int(action.number)), .text(action.at), .text(action.coder), .text(action.name),
                .text(action.detail),
            ])
        }
        try output.write(
            Table(Self.layout, rows: rows, notes: [Phrase("\(count: rows.count, "action"). Times are UTC.")]))
    }
}
