import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Code words, a sentence or a passage by hand.",
        discussion: """
            Example: tema tag interviews.tema maria --code loss --quote "they took it"

            Words are found whatever their case, white space, quotation marks and dashes, unless they occur exactly. It prints the id of each new coding after the codings have been saved.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Id of the document.")
    var document: String
    @Option(help: "Code, by its path, id or name. Can be repeated.")
    var code: [String]
    @OptionGroup var selection: SelectionOptions
    @Option(help: ArgumentHelp("Text of a memo on the first of the codings.", valueName: "text"))
    var memo: String?
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let study = try argument.open(.writing)
        let paths = try NamedCodes(of: study).paths(code)
        let coder = try coder.coder
        let result = try study.tag(document, try selection.selection, codes: paths, by: coder, memo: memo)
        try receipt.report(result.codings.filter { !result.known.contains($0) }.map { Receipt($0) })
        for known in result.known {
            Messages.say("\(coder) has already coded these words with \(known.code): see the coding \(known.id)")
        }
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
