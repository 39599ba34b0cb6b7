import ArgumentParser
import Foundation
import TemaFormats
import TemaModel
import TemaPipeline
import TemaStudy

struct TextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "text", abstract: "Read a text; export and import a study as plain text.",
        discussion: "Example: tema text show interviews.tema maria",
        subcommands: [TextShowCommand.self, TextExportCommand.self, TextImportCommand.self])
}

struct TextExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Export a study without its documents as plain text.",
        discussion: "Example: tema text export interviews.tema interviews-text/")

    @OptionGroup var argument: StudyArgument
    @Argument(help: "New folder, or the folder of an earlier export.", completion: .directory)
    var folder: String
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let count = try TextFolder(folder).export(try argument.open(.reading))
        try receipt.report(
            Receipt(
                "\(folder): \(counted(count, "file"))",
                ["folder": .text(folder), "files": .integer(count)]))
    }
}

struct TextImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Replace all of a study but its documents by a text export.",
        discussion: """
            Example: tema text import interviews.tema interviews-text/

            Codings, memos, marks, coders, assignments, rules and outcomes that are not in the folder are removed from \
            the study. `tema undo` restores them.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Folder of a `tema text export`.", completion: .directory)
    var folder: String
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let (result, warnings) = try TextFolder(folder).importText(
            try argument.open(.writing), by: try coder.coder)
        Messages.say(warnings, quiet: false)
        try receipt.report(
            Receipt(
                "\(argument.study): \(counted(result.codings, "coding")), \(counted(result.memos, "memo")) and "
                    + "\(counted(result.marks, "done mark")) changed, "
                    + (result.team == 0 ? "" : "\(counted(result.team, "row")) of the team changed, ")
                    + "\(result.removed) removed",
                [
                    "study": .text(argument.study), "codings": .integer(result.codings),
                    "memos": .integer(result.memos), "done_marks": .integer(result.marks),
                    "team": .integer(result.team),
                    "removed": .integer(result.removed),
                ]))
    }
}
