import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check that a study is undamaged. Changes nothing.",
        discussion: "Example: tema verify interviews.tema")

    @OptionGroup var argument: StudyArgument
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let found = try argument.open(.reading).verifyWithCodebook()
        for problem in found.problems { Messages.say(problem.description) }
        try receipt.report(
            Receipt(
                "\(argument.study): \(counted(found.documents, "document")), \(counted(found.codings, "coding")) "
                    + "(\(found.unsure) to review), \(counted(found.memos, "memo")), "
                    + "\(counted(found.problems.count, "problem"))",
                [
                    "study": .text(argument.study), "documents": .integer(found.documents),
                    "codings": .integer(found.codings), "to_review": .integer(found.unsure),
                    "memos": .integer(found.memos), "problems": .names(found.problems.map(\.description)),
                ]))
        if !found.problems.isEmpty { throw ExitCode(1) }
    }
}
