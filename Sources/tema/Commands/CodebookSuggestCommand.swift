import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct CodebookSuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest", abstract: "Suggest indicators of a code from hand codings.",
        discussion: """
            Example: tema codebook suggest interviews.tema loss

            It lists words, phrases and truncated words that are typical of the passages that people coded with the code or a code \
            below it, and tells how often each is right in documents that were not used to find it.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Code, by its path, id or name.")
    var code: String
    @Option(help: ArgumentHelp("Use the hand codings of one coder.", valueName: "name"))
    var coder: String?
    @Option(help: ArgumentHelp("Greatest number of suggestions.", valueName: "number"))
    var top = SuggestionSettings().most
    @Option(help: ArgumentHelp("Random seed of the documents that are held out.", valueName: "number"))
    var seed: UInt64 = SuggestionSettings().seed
    @OptionGroup(title: "Output options") var output: OutputOptions

    func validate() throws {
        guard 1...1000 ~= top else { throw ValidationError("--top must be from 1 to 1,000") }
    }

    func run() throws {
        let study = try argument.open(.reading)
        try study.holdSnapshot()
        var settings = SuggestionSettings()
        (settings.most, settings.seed) = (top, seed)
        let result = try study.suggestions(for: code, by: coder, settings)
        let codes = try CodebookFile(of: study).codes
        try output.write(result.table, codes, notes: next(result))
    }

    /// The commands by which a suggestion is tried and accepted.
    private func next(_ result: SuggestionResult) -> [Phrase] {
        guard let first = result.suggestions.first else { return [] }
        let words = [argument.study, result.code, "--add", "--indicator", first.indicator]
        let rest = words.map(ShellWord.quoted).joined(separator: " ")
        return [
            Phrase("tema codebook try \(rest) (to see what an indicator matches)"),
            Phrase("tema codebook edit \(rest) (to accept it)"),
        ]
    }
}

extension SuggestionResult {
    fileprivate var table: Table {
        Table(
            Table.Layout(
                title: Phrase("Suggested indicators of \(code)"), columns: Self.columns, mainColumn: "keyness"),
            rows: suggestions.map { suggestion in
                let precision = suggestion.precision
                func percent(_ share: Double?) -> Table.Cell { share.map { .number(100 * $0) } ?? .empty }
                return Table.Row([
                    .text(suggestion.indicator), .integer(suggestion.inCode), .integer(suggestion.inRest),
                    .integer(suggestion.documents), .number(suggestion.keyness),
                    precision.map { .integer($0.right) } ?? .empty, precision.map { .integer($0.matches) } ?? .empty,
                    percent(precision?.share), percent(precision?.interval?.low), percent(precision?.interval?.high),
                    .integer(suggestion.adds),
                ])
            }, notes: notes)
    }

    private static let columns: [Table.Column] = {
        let percent = Table.Column.Style.decimal(places: 4, shown: 1)
        let found = Phrase(
            """
            With code, without, documents: passages with and without the code by hand that the indicator matches, and documents \
            with such a passage with the code, among those in which indicators were sought.
            """)
        let heldOut = Phrase(
            """
            Right, matches: passages with the code by hand, and all passages, that the indicator matches in the documents held \
            out. From, to: 95 % Wilson interval of % right.
            """)
        return [
            .init("indicator", "Indicator", rank: .name),
            .init("in_code", "with code", style: .integer, definition: found),
            .init("in_rest", "without", style: .integer, definition: found),
            .init("documents", "documents", style: .integer, definition: found, rank: .minor),
            .init(
                "keyness", "G²", style: .decimal(places: 6, shown: 2),
                definition: Phrase(
                    "G²: log-likelihood ratio of the passages with and without the indicator, by the code (Dunning 1993)."
                ),
                rank: .main),
            .init("right", "right", style: .integer, definition: heldOut),
            .init("matches", "matches", style: .integer, definition: heldOut),
            .init("right_percent", "% right", style: percent, definition: heldOut, rank: .main),
        ] + Table.Column.limits("right_low", "right_high", style: percent, definition: heldOut, rank: .minor) + [
            .init(
                "adds", "adds", style: .integer,
                definition: Phrase(
                    "Adds: passages of all documents that the indicator matches and the present indicators do not."),
                rank: .main)
        ]
    }()

    private var notes: [Phrase] {
        let sought = Phrase(
            """
            Indicators were sought in \(count: trained, "document"): \(count: passagesInCode, "passage") with the code, \
            \(passagesInRest) without.
            """)
        let held =
            heldOut > 0
            ? Phrase("Documents held out: \(heldOut), chosen by chance.")
            : Phrase("No document was held out to count right matches: fewer than 4 are coded or marked as done.")
        let kept = Phrase(
            """
            Function words are not listed: words that more than 30 % of the passages without the code have. Neither is an \
            indicator of which each match is in, or contains, a match of a better one or of the present indicators.
            """)
        return [sought, held, kept]
    }
}
