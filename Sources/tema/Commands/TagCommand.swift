import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Give a code to words of a document by hand.",
        discussion: """
            Example: tema tag interviews.tema maria --code loss --quote "they took it"

            It prints the coding's id once the coding is on the disk.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "The document's id.")
    var document: String
    @Option(help: "The code, by its path or its id.")
    var code: String
    @Option(help: "The words, as they stand in the document.")
    var quote: String?
    @Option(help: "Which of the places where the quote stands, from 1.")
    var place: Int?
    @Option(help: "The words' place, START-END in Unicode scalars of the text, the end not included.")
    var span: String?
    @Option(help: "A whole passage, by its number.")
    var passage: Int?
    @Option(help: "What to note down with the coding.")
    var memo: String?
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func validate() throws {
        guard [quote != nil, span != nil, passage != nil].count(where: \.self) == 1 else {
            throw ValidationError("say which words: --quote, --span or --passage")
        }
        if place != nil, quote == nil { throw ValidationError("--place chooses among the places of a --quote") }
        _ = try selection
    }

    private var selection: Selection {
        get throws {
            if let quote { return .quote(quote, place: place) }
            if let passage { return .passage(passage) }
            let parts = (span ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard parts.count == 2, let start = parts[0], let end = parts[1], 0 <= start, start < end else {
                throw ValidationError("--span takes START-END, such as 120-148")
            }
            return .span(start..<end)
        }
    }

    func run() throws {
        let study = try argument.open(.writing)
        let codes = try CodebookFile(of: study).codes
        let path = try codes.path(named: code)
        let coding = try study.tag(document, try selection, code: path, by: try coder.coder, memo: memo)
        try receipt.tell(Receipt(coding))
    }
}

struct UntagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "untag", abstract: "Take hand codings away; `tema undo` brings them back.",
        discussion: "Example: tema untag interviews.tema 3f9a0c")

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Ids of codings, or as much of each as no other begins with.")
    var ids: [String]
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        try receipt.tell(try argument.open(.writing).untag(ids, by: try coder.coder).map { Receipt($0) })
    }
}
