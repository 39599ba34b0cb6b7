import ArgumentParser
import Glibc
import TemaCodebook
import TemaFormats
import TemaModel
import TemaPipeline
import TemaStudy

struct CodebookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codebook", abstract: "Show, format, import, export or edit a codebook.",
        discussion: "Example: tema codebook show codebook.yaml",
        subcommands: [
            CodebookShowCommand.self, CodebookFormatCommand.self, CodebookImportCommand.self,
            CodebookExportCommand.self, CodebookDiffCommand.self, CodebookRenameCommand.self, CodebookMoveCommand.self,
            CodebookMergeCommand.self, CodebookSplitCommand.self, CodebookRetireCommand.self, CodebookAddCommand.self,
            CodebookDescribeCommand.self, CodebookSuggestCommand.self, CodebookTryCommand.self,
        ])
}

struct CodebookShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print the codes as a tree or a table.",
        discussion: "Example: tema codebook show interviews.tema")

    @Argument(help: "Codebook (YAML file), or study.", completion: .file(extensions: ["yaml", "yml", "tema"]))
    var codebook: String
    @OptionGroup(title: "Output options") var output: OutputOptions

    func run() throws {
        let file =
            StudyPath.isStudy(codebook)
            ? try CodebookFile(of: Study(codebook, for: .reading))
            : try CodebookFile.read(codebook, quiet: output.quiet)
        let codes = file.codes
        try output.write(CodebookTable.table(codes, language: output.language.tag), codes)
    }
}

struct CodebookFormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format", abstract: "Write a codebook as YAML in the standard order.",
        discussion: """
            Example: tema codebook format -o tidy.yaml codebook.yaml

            Comments are not kept.
            """)

    @Argument(help: "Codebook (YAML file).", completion: .file(extensions: ["yaml", "yml"]))
    var codebook: String
    @Option(
        name: [.short, .long], help: ArgumentHelp("Write to a file, atomically.", valueName: "file"),
        completion: .file())
    var output: String?

    func run() throws {
        let codes = try CodebookFile.read(codebook, quiet: false).codes
        try OutputFile.write(CodebookYAML.write(codes.codebook).utf8, to: output)
    }
}

struct CodebookImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Replace a study's codebook.",
        discussion: """
            Example: tema codebook import interviews.tema codebook.yaml

            Lists of codes of other programs are converted: REFI-QDA codebooks (.qdc), and tables (.csv, .tsv, .xlsx). A code \
            with the GUID of a code of the study keeps that code's id, also if its name has changed.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(
        help: "Codebook (YAML file), or list of codes.",
        completion: .file(extensions: ["yaml", "yml", "qdc", "csv", "tsv", "xlsx"]))
    var codebook: String
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let codes = try argument.open(.writing).setCodebook(
            of: CodebookFile.read(codebook, quiet: false), by: try coder.coder)
        try receipt.report(
            Receipt(
                "\(argument.study): \(codes.codebook.coder), \(counted(codes.count, "code"))",
                [
                    "study": .text(argument.study), "codebook": .text(codes.codebook.coder),
                    "codes": .integer(codes.count),
                ]))
    }
}

struct CodebookExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a study's codebook as YAML.",
        discussion: "Example: tema codebook export interviews.tema -o codebook.yaml")

    @OptionGroup var argument: StudyArgument
    @Option(
        name: [.short, .long], help: ArgumentHelp("Write to a file, atomically.", valueName: "file"),
        completion: .file())
    var output: String?

    func run() throws {
        let codes = try CodebookFile(of: try argument.open(.reading)).codes
        try OutputFile.write(CodebookYAML.write(codes.codebook).utf8, to: output)
    }
}
