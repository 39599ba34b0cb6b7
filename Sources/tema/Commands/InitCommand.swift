import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make an empty study.", discussion: "Example: tema init interviews.tema")

    @OptionGroup var argument: StudyArgument
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        guard StudyPath.isStudy(argument.study) else {
            throw ValidationError("a study's name ends in .tema, by which the commands know it")
        }
        _ = try Study.create(at: argument.study)
        try receipt.tell(
            Receipt(
                "\(argument.study): an empty study; `tema import \(argument.study) PATH` takes documents into it",
                ["study": .text(argument.study)]))
    }
}
