import ArgumentParser
import TemaModel
import TemaStudy

struct ReanchorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reanchor",
        abstract: "Find the words of codings again after texts have changed.",
        discussion: """
            Example: tema reanchor interviews.tema --confirm 3f9a0c

            With --confirm, the place of the codings is confirmed, and they are no longer listed.
            """)

    @OptionGroup var argument: StudyArgument
    @Option(
        parsing: .upToNextOption, help: ArgumentHelp("Ids of reviewed codings whose place is right.", valueName: "ids"))
    var confirm: [String] = []
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let study = try argument.open(.writing)
        if !confirm.isEmpty {
            let confirmed = try study.confirm(confirm, by: try coder.coder)
            return try receipt.report(
                Receipt(
                    "\(argument.study): \(counted(confirmed.count, "coding")) confirmed",
                    ["study": .text(argument.study), "confirmed": .names(confirmed.map(\.id))]))
        }
        let moved = try study.reanchor(by: try coder.coder)
        let doubtful = try study.codings().filter { $0.state != .sure }
        doubtful.forEach(Self.report)
        try receipt.report(
            Receipt(
                "\(argument.study): \(counted(moved.count, "coding")) moved, \(doubtful.count) to review",
                [
                    "study": .text(argument.study), "moved_codings": .names(moved.map(\.id)),
                    "to_review": .names(doubtful.map(\.id)),
                ]))
    }

    /// Prints a coding that needs review or is orphaned.
    static func report(_ coding: HandCoding) {
        let state =
            switch coding.state {
            case .sure: "anchored"
            case .unsure: "needs review"
            case .lost: "orphaned"
            }
        Messages.say(
            "review \(coding.id): \(coding.code) in \(coding.document), passage \(coding.passage) (\(state))")
    }
}
