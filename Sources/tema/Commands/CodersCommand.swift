import ArgumentParser
import TemaModel
import TemaStudy

struct CodersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coders", abstract: "List coders with their hand codings and finished documents.",
        discussion: "Example: tema coders interviews.tema")

    @OptionGroup var argument: StudyArgument
    @OptionGroup(title: "Output options") var output: OutputOptions

    private static let layout = Table.Layout(
        title: "Coders",
        columns: [
            .init("coder", "Coder"), .init("codings", "Codings", style: .integer),
            .init("documents", "Documents", style: .integer),
            .init("codes", "Codes", style: .integer), .init("done", "Done", style: .integer), .init("last", "Last"),
        ])

    func run() throws {
        let rows = try argument.open(.reading).coders().map { own in
            Table.Row([
                .text(own.coder), .integer(own.codings), .integer(own.documents), .integer(own.codes),
                .integer(own.done),
                .text(own.last),
            ])
        }
        try output.write(
            Table(Self.layout, rows: rows, notes: [Phrase("Current hand codings, and documents marked as done.")]))
    }
}
