import ArgumentParser
import Foundation
import TemaFormats
import TemaModel
import TemaPipeline
import TemaStudy

struct TextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "text", abstract: "Show a document's text, or write a study as plain text and read it back.",
        subcommands: [TextShowCommand.self, TextExportCommand.self, TextImportCommand.self])
}

struct TextShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print the text of a study's document, as it is or as it once was.",
        discussion: "Example: tema text show interviews.tema maria --after 12")

    @OptionGroup var argument: StudyArgument
    @Argument(help: "The document's id.")
    var document: String
    @Option(help: "The number of an action in the history, after which the text was like that.")
    var after: Int64?
    @Option(name: [.short, .long], help: "Write to a file, which appears when it is whole.", completion: .file())
    var output: String?

    func run() throws {
        let study = try argument.open(.reading)
        let shown = try after.map { try study.document(document, after: $0) } ?? study.document(document)
        try OutputFile.write(shown.text.utf8 + [UInt8(ascii: "\n")], to: output)
    }
}

struct TextExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a study's codebook, codings and memos as plain text into a folder.",
        discussion: "Example: tema text export interviews.tema interviews-text/")

    @OptionGroup var argument: StudyArgument
    @Argument(help: "The folder; a new one, or one that an export has made.", completion: .directory)
    var folder: String
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let count = try TextFolder(folder).export(try argument.open(.reading))
        try receipt.tell(
            Receipt(
                "\(folder): \(counted(count, "file"))",
                ["folder": .text(folder), "files": .integer(count)]))
    }
}

struct TextImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Make a study's codebook, codings and memos what a folder of plain text says.",
        discussion: """
            Example: tema text import interviews.tema interviews-text/

            What is not in the folder goes from the study; `tema undo` brings it back.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "A folder that `tema text export` has made.", completion: .directory)
    var folder: String
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let (result, warnings) = try TextFolder(folder).takeInto(
            try argument.open(.writing), by: try coder.coder)
        Messages.say(warnings, quiet: false)
        try receipt.tell(
            Receipt(
                "\(argument.study): \(counted(result.codings, "coding")) and \(counted(result.memos, "memo")) changed, "
                    + "\(result.removed) removed",
                [
                    "study": .text(argument.study), "codings": .integer(result.codings),
                    "memos": .integer(result.memos), "removed": .integer(result.removed),
                ]))
    }
}
