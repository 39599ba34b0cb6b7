import ArgumentParser
import TemaModel
import TemaPipeline

struct QuotesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quotes", abstract: "Print the words that a code matched, in context.",
        discussion: "Example: tema quotes -c codebook.yaml --code resilience articles/")

    @OptionGroup var codebook: CodebookOptions
    @Option(help: "Code, by its path or id. Its descendants are included.")
    var code: String
    @Option(help: ArgumentHelp("Unicode scalars of context on each side.", valueName: "number"))
    var context = 60
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var codings: CodingOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    func validate() throws {
        guard (0...10_000).contains(context) else { throw ValidationError("--context must be from 0 to 10,000") }
    }

    func run() throws {
        let coded = CodedRun(codebook: codebook, corpus: corpus, codings: codings, language: output.language.tag)
        try coded.run(quiet: output.quiet, printing: output.output == nil) { corpus, monitor in
            let wanted = try corpus.codes.number(named: code)
            let listing = CodingListing.quotes(of: wanted, in: corpus.codes, context: context)
            let table = try output.table(listing.layout, corpus.codes)
            let summary = try corpus.each(monitor) { coded throws(Problem) in try listing.each(coded, table.add) }
            return ((table, listing.notes(documents: summary.documents) + corpus.notes), summary)
        } write: { result, _ in
            try result.0.finish(notes: result.1)
        }
    }
}
