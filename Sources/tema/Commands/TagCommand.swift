import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Code words, a sentence or a passage by hand.",
        discussion: """
            Example: tema tag interviews.tema maria --code loss --quote "they took it"

            Words are found whatever their case, white space, quotation marks and dashes, unless they occur exactly. It prints the coding's id after the coding has been saved.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Id of the document.")
    var document: String
    @Option(help: "Code, by its path, id or name.")
    var code: String
    @Option(help: ArgumentHelp("Words of the document to code.", valueName: "words"))
    var quote: String?
    @Option(
        help: ArgumentHelp("Which occurrence of the quote, in the text or the passage, from 1.", valueName: "number"))
    var place: Int?
    @Option(
        help: ArgumentHelp(
            "Span to code: START-END in Unicode scalars of the text, excluding END.", valueName: "start-end"))
    var span: String?
    @Option(
        help: ArgumentHelp(
            "Number of a passage to code completely, or of the passage of the quote.", valueName: "number"))
    var passage: Int?
    @Option(help: ArgumentHelp("Text of a memo on the coding.", valueName: "text"))
    var memo: String?
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func validate() throws {
        guard [quote != nil, span != nil, passage != nil && quote == nil].count(where: \.self) == 1 else {
            throw ValidationError("choose the words by --quote (with --passage if necessary), --span or --passage")
        }
        if place != nil, quote == nil {
            throw ValidationError("--place is the number of an occurrence of the --quote: add --quote")
        }
        _ = try selection
    }

    private var selection: Selection {
        get throws {
            if let quote { return .quote(quote, place: place, passage: passage) }
            if let passage { return .passage(passage) }
            let parts = (span ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard parts.count == 2, let start = parts[0], let end = parts[1], 0 <= start, start < end else {
                throw ValidationError("--span must be START-END, such as 120-148")
            }
            return .span(start..<end)
        }
    }

    func run() throws {
        let study = try argument.open(.writing)
        let codes = try CodebookFile(of: study).codes
        let path = try codes.path(named: code)
        let coding = try study.tag(document, try selection, code: path, by: try coder.coder, memo: memo)
        try receipt.report(Receipt(coding))
    }
}

struct UntagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "untag", abstract: "Remove hand codings. `tema undo` restores them.",
        discussion: "Example: tema untag interviews.tema 3f9a0c")

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Ids of codings, or unique prefixes of ids.")
    var ids: [String]
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        try receipt.report(try argument.open(.writing).untag(ids, by: try coder.coder).map { Receipt($0) })
    }
}
