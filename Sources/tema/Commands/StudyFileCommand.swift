import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Create an empty study.", discussion: "Example: tema init interviews.tema")

    @OptionGroup var argument: StudyArgument
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        guard StudyPath.isStudy(argument.study) else {
            throw ValidationError("a study's file name must end in .tema")
        }
        _ = try Study.create(at: argument.study)
        try receipt.report(
            Receipt(
                "\(argument.study): created an empty study; import documents with `tema import \(argument.study) PATH`",
                ["study": .text(argument.study)]))
    }
}

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Back up a study, and verify the backup.",
        discussion: "Example: tema backup interviews.tema")

    @OptionGroup var argument: StudyArgument
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let backup = try argument.open(.writing).backUp()
        try receipt.report(Receipt(backup, ["study": .text(argument.study), "backup": .text(backup)]))
    }
}

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Recover a study that is damaged or does not open.",
        discussion: "Example: tema doctor interviews.tema -o rescued.tema")

    @OptionGroup var argument: StudyArgument
    @OptionGroup var receipt: ReceiptOptions
    @Option(
        name: [.short, .long], help: ArgumentHelp("New study. The damaged one is not changed.", valueName: "file"),
        completion: .file())
    var output: String

    func run() throws {
        guard StudyPath.isStudy(output) else { throw ValidationError("a study's file name must end in .tema") }
        let saved = try Rescue.save(argument.study, into: output)
        try receipt.report(
            Receipt(
                "\(output): \(counted(saved.documents, "document")), \(counted(saved.codings, "coding")), "
                    + "\(counted(saved.memos, "memo")) recovered, \(counted(saved.lost, "row")) lost",
                [
                    "study": .text(output), "documents": .integer(saved.documents), "codings": .integer(saved.codings),
                    "memos": .integer(saved.memos), "lost_rows": .integer(saved.lost),
                ]))
        if saved.lost > 0 { throw ExitCode(1) }
    }
}
