import ArgumentParser
import TemaModel
import TemaPipeline
import TemaTables

struct QuotesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quotes", abstract: "Print coded words in their sentences, with sources.",
        discussion: """
            Example: tema quotes -c codebook.yaml --code resilience articles/

            All quotes of a code with authors and years, for Word:

              tema quotes -c codebook.yaml --code resilience articles/ -o quotes.docx

            Keywords in context, with 40 characters on each side:

              tema quotes -c codebook.yaml --code resilience --context 40 articles/
            """)

    @OptionGroup var codebook: CodebookOptions
    @Option(
        name: .customLong("code"),
        help: ArgumentHelp(
            "Code, by its path, id or name. Its descendants are included. Can be repeated. By default all codes.",
            valueName: "code"))
    var names: [String] = []
    @Option(
        name: .customLong("context"),
        help: ArgumentHelp(
            "Text around the words: sentence (with its neighbours), passage, or a number of Unicode scalars on each side.",
            valueName: "context"))
    var chosenContext = "sentence"
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var codings: CodingOptions
    @OptionGroup(title: "Output options") var output: FormatOptions<FormatsOfQuotes>

    func validate() throws { _ = try context }

    private var context: QuoteContext {
        get throws {
            switch chosenContext {
            case "sentence": return .sentence
            case "passage": return .passage
            default:
                guard let count = Int(chosenContext) else {
                    throw ValidationError(
                        "--context must be sentence, passage or a number (\(didYouMean(chosenContext, ["sentence", "passage"])))"
                    )
                }
                guard (0...10_000).contains(count) else {
                    throw ValidationError("--context must be from 0 to 10,000")
                }
                return .scalars(count)
            }
        }
    }

    func run() throws {
        let context = try context
        let formats = if case .scalars = context { QuoteFormats.inContext } else { QuoteFormats.all }
        let coded = CodedRun(codebook: codebook, corpus: corpus, codings: codings, language: output.language.tag)
        try coded.run(quiet: output.quiet, printing: output.output == nil) { corpus, monitor in
            let chosen = try names.map { try corpus.codes.number(named: $0) }
            let listing = try QuoteListing(corpus, of: chosen, context: context)
            let table = try output.table(listing.layout, corpus.codes, formats: formats)
            let format = output.format(of: formats)
            let hasHeadings = formats.contains { $0.name == format && QuoteFormats.hasHeadings($0) }
            var byCode = QuotesByCode(listing, corpus.codes)
            let summary = try corpus.each(monitor) { coded throws(Problem) in
                try listing.each(coded) { code, row throws(Problem) in
                    if hasHeadings { try byCode.add(row, of: code) } else { try table.add(row) }
                }
            }
            return ((table, byCode, listing.notes(documents: summary.documents) + corpus.notes), summary)
        } write: { result, _ in
            try result.1.each(result.0.add)
            try result.0.finish(notes: result.2)
        }
    }
}
