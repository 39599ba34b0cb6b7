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
        let rescued = try StudyRescue.save(argument.study, into: output)
        let saved = rescued.rows.filter { $0.saved > 0 }.map { counted($0.saved, $0.noun) }
        let missing = rescued.rows.compactMap { rows in
            rows.missing.flatMap { $0 > 0 ? counted($0, rows.noun) : nil }
        }
        let unknown = rescued.rows.filter { $0.missing == nil }.map { $0.noun + "s" }
        var lines = ["\(output): \(saved.joined(separator: ", ")) recovered"]
        func add(_ names: [String], _ what: String) {
            if !names.isEmpty { lines.append("\(what): \(names.joined(separator: ", "))") }
        }
        add(missing, "missing")
        add(unknown, "not known how many are missing")
        add(rescued.lostTexts, "texts that are lost (import these documents again)")
        add(rescued.repaired, "texts of which a part or the newest version is lost (import these documents again)")
        try receipt.report(
            Receipt(
                lines.joined(separator: "\n"),
                [
                    "study": .text(output), "recovered": .names(saved), "missing": .names(missing),
                    "unknown": .names(unknown), "lost_texts": .names(rescued.lostTexts),
                    "repaired_texts": .names(rescued.repaired),
                ]))
        if !rescued.isWhole { throw ExitCode(1) }
    }
}
