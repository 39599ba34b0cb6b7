import ArgumentParser
import Foundation
import TemaModel
import TemaStudy

struct TextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "text", abstract: "Show a document's text, or write a study as plain text and read it back.",
        subcommands: [TextShow.self, TextExport.self, TextImport.self])
}

struct TextShow: ParsableCommand {
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
        let output = try Output(output)
        output.write { $0 += shown.text.utf8 + [UInt8(ascii: "\n")] }
        output.finish()
    }
}

struct TextExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a study's codebook, codings and memos as plain text into a folder.",
        discussion: "Example: tema text export interviews.tema interviews-text/")

    @OptionGroup var argument: StudyArgument
    @Argument(help: "The folder; a new one, or one that an export has made.", completion: .directory)
    var folder: String
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let study = try argument.open(.reading)
        let files = TextFolder(folder)
        guard try files.isOurs else {
            throw Problem("it has other files than an export's", wayOut: "choose a new folder", file: folder)
        }
        var written: Set<String> = []
        try study.writeText { path, bytes in
            try files.write(path, bytes)
            written.insert(path)
        }
        for path in try files.paths where !written.contains(path) { try files.remove(path) }
        try receipt.tell(
            Receipt(
                "\(folder): \(counted(written.count, "file"))",
                ["folder": .text(folder), "files": .integer(written.count)]))
    }
}

struct TextImport: ParsableCommand {
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
        let files = TextFolder(folder)
        let paths = try files.paths
        guard try files.isOurs, !paths.isEmpty else {
            throw Problem("it is no folder of an export", wayOut: "`tema text export` makes one", file: folder)
        }
        let study = try argument.open(.writing)
        var codes: Set<String> = []
        if paths.contains(Study.TextName.codebook) {
            let codebook = try CodebookFile.read("\(folder)/\(Study.TextName.codebook)", quiet: false)
            codes = Set(codebook.entries.map(\.path))
        } else if try study.codebook() != nil {
            codes = Set(try CodebookFile.read(of: study).entries.map(\.path))
        }
        let result = try study.readText(paths, codes: codes, by: try coder.coder) { try files.read($0) }
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
