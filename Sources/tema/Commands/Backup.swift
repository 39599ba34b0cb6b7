import ArgumentParser
import Model
import Store

struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a copy of a study beside it, and look through the copy.",
        discussion: "Example: tema backup interviews.tema")

    @OptionGroup var argument: StudyArgument

    func run() throws { print(try argument.open(.writing).backUp()) }
}
