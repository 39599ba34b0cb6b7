import ArgumentParser
import TemaModel

struct PassagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passages", abstract: "Show how documents are split into passages.",
        discussion: "Example: tema passages --format jsonl article.xml")

    @OptionGroup var joined: JoinOptions
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    func run() throws {
        let reading = corpus.reading
        try corpus.list(
            .passages(kinds: try reading.chosenKinds, sections: try reading.chosenSections), output,
            joined: joined.variables)
    }
}

struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Print the content skipped when documents were read.",
        discussion: "Example: tema ledger article.xml")

    @OptionGroup var corpus: CorpusOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    func run() throws { try corpus.list(.ledger, output) }
}
