import ArgumentParser
import Exchange
import Model
import Store

struct Coders: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List who has coded by hand, and how much.", discussion: "Example: tema coders interviews.tema")

    @OptionGroup var argument: StudyArgument
    @OptionGroup var output: OutputOptions

    private static let layout = Table.Layout(
        title: "Coders",
        columns: [
            .init("coder", "Coder"), .init("codings", "Codings", .integer), .init("documents", "Documents", .integer),
            .init("codes", "Codes", .integer), .init("last", "Last coding"),
        ])

    func run() throws {
        let study = try argument.open(.reading)
        let codings = Dictionary(grouping: try study.codings(), by: \.coder)
        let rows = codings.sorted { $0.key < $1.key }.map { coder, codings in
            Table.Row([
                .text(coder), .integer(codings.count), .integer(Set(codings.map(\.document)).count),
                .integer(Set(codings.map(\.code)).count), .text(codings.map(\.at).max() ?? ""),
            ])
        }
        try output.write(Table(Self.layout, rows: rows, notes: ["Hand codings as they are now."]))
    }
}
