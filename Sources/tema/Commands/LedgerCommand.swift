import ArgumentParser
import TemaModel

struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Print what ingest left out of documents' texts.",
        discussion: "Example: tema ledger article.xml")

    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var output: OutputOptions

    func run() throws { try corpus.list(.ledger, output) }
}
