import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct ResizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resize", abstract: "Move a hand coding to other words of its document.",
        discussion: """
            Example: tema resize interviews.tema 3f9a0c --quote "they took it in the night"

            The coding keeps its id and its memos.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Id of the coding, or a unique prefix of it.")
    var id: String
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let study = try argument.open(.writing)
        try receipt.report(Receipt(try study.resize(id, to: try selection.selection, by: try coder.coder)))
    }
}

struct RecodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recode", abstract: "Change the code of hand codings.",
        discussion: """
            Example: tema recode interviews.tema 3f9a0c --code loss

            The codings keep their ids and memos. If you have already coded the same words with the code, one coding is kept, with the memos of both.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Ids of codings, or unique prefixes of ids.")
    var ids: [String]
    @Option(help: "New code, by its path, id or name.")
    var code: String
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let study = try argument.open(.writing)
        let path = try NamedCodes(of: study).path(code)
        try receipt.report(try study.recode(ids, to: path, by: try coder.coder).map { Receipt($0) })
    }
}
