import ArgumentParser
import TemaModel
import TemaStudy

struct PurgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge", abstract: "Permanently delete removed codings and old versions.",
        discussion: """
            Example: tema purge interviews.tema --yes

            It deletes removed codings and memos, and old texts that no coding needs, from the file. This cannot be undone.
            """)

    @OptionGroup var argument: StudyArgument
    @Flag(help: "Confirm the purge, which cannot be undone.")
    var yes = false
    @Flag(help: "Also delete all backups, which contain the purged data.")
    var backups = false
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func validate() throws {
        if !yes { throw ValidationError("a purge cannot be undone; confirm it with --yes") }
    }

    func run() throws {
        let purged = try argument.open(.writing).purge(by: try coder.coder, alsoBackups: backups)
        try receipt.report(
            Receipt(
                "\(argument.study): \(counted(purged.rows, "row")) and \(counted(purged.texts, "old text")) purged",
                [
                    "study": .text(argument.study), "rows": .integer(purged.rows), "texts": .integer(purged.texts),
                    "backups": .names(purged.backups),
                ]))
        for backup in purged.backups { Messages.say("this backup may still contain purged data: \(backup)") }
    }
}
