import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Save what can be read of a damaged study into a new one.",
        discussion: "Example: tema doctor interviews.tema -o rescued.tema")

    @OptionGroup var argument: StudyArgument
    @OptionGroup var receipt: ReceiptOptions
    @Option(name: [.short, .long], help: "The study to make; the damaged one is only read.", completion: .file())
    var output: String

    func run() throws {
        guard StudyPath.isStudy(output) else { throw ValidationError("a study's name ends in .tema") }
        let saved = try Rescue.save(argument.study, into: output)
        try receipt.tell(
            Receipt(
                "\(output): \(counted(saved.documents, "document")), \(counted(saved.codings, "coding")), "
                    + "\(counted(saved.memos, "memo")) saved, \(counted(saved.lost, "row")) lost",
                [
                    "study": .text(output), "documents": .integer(saved.documents), "codings": .integer(saved.codings),
                    "memos": .integer(saved.memos), "lost_rows": .integer(saved.lost),
                ]))
        if saved.lost > 0 { throw ExitCode(1) }
    }
}
