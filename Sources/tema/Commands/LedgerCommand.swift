import ArgumentParser
import TemaModel

struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Print what ingest left out of documents' texts.",
        discussion: "Example: tema ledger article.xml")

    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var output: OutputOptions

    private static let layout = Table.Layout(
        title: "Left out of the text",
        columns: [
            .init("document", "Document"), .init("element", "Element"), .init("reason", "Reason"),
            .init("count", "Count", .integer), .init("characters", "Characters", .integer, bar: true),
        ])

    func run() throws {
        let table = try output.table(Self.layout)
        try corpus.run(coder: nil, quiet: output.quiet, printing: output.output == nil) { coded in
            for entry in coded.document.ledger.entries {
                table.add(
                    Table.Row([
                        .text(coded.document.id), .text(entry.element), .text(entry.reason.rawValue),
                        .integer(entry.count), .integer(entry.characters),
                    ]))
            }
        } finish: {
            table.finish(notes: [
                "\(counted($0, "document")). Characters are Unicode scalars, runs of white space counted as one."
            ])
        }
    }
}
