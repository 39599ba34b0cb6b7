import ArgumentParser
import TemaModel
import TemaStudy

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a copy of a study beside it, and look through the copy.",
        discussion: "Example: tema backup interviews.tema")

    @OptionGroup var argument: StudyArgument
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let backup = try argument.open(.writing).backUp()
        try receipt.tell(Receipt(backup, ["study": .text(argument.study), "backup": .text(backup)]))
    }
}
