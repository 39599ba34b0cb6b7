import ArgumentParser
import TemaModel
import TemaStudy

struct PurgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge", abstract: "Take out of the file what was taken away or replaced, for ever.",
        discussion: """
            Example: tema purge interviews.tema --yes

            Codings and memos that were taken away, and old texts that no coding needs, are then in the file no more, and \
            cannot be brought back by undo.
            """)

    @OptionGroup var argument: StudyArgument
    @Flag(help: "Do it; there is no way back.")
    var yes = false
    @Flag(help: "Delete all backups too, which still have what is purged.")
    var backups = false
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func validate() throws {
        if !yes { throw ValidationError("a purge cannot be undone; say --yes to do it") }
    }

    func run() throws {
        let purged = try argument.open(.writing).purge(by: try coder.coder, alsoBackups: backups)
        try receipt.tell(
            Receipt(
                "\(argument.study): \(counted(purged.rows, "row")) and \(counted(purged.texts, "old text")) purged",
                [
                    "study": .text(argument.study), "rows": .integer(purged.rows), "texts": .integer(purged.texts),
                    "backups": .names(purged.backups),
                ]))
        for backup in purged.backups { Messages.say("this backup may still have them: \(backup)") }
    }
}
