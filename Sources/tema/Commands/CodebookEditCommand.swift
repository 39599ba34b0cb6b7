import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

/// The options of every edit of a study's codebook.
struct CodebookEditOptions: ParsableArguments {
    @OptionGroup var argument: StudyArgument
    @Argument(help: "Code, by its path, id or name.")
    var code: String
    @OptionGroup var receipt: ReceiptOptions

    /// Applies an edit, and prints its effect on the codings.
    ///
    /// - Parameters:
    ///   - coder: The options with the coder's name.
    ///   - split: The ids of the codings that move to the new code of a split.
    ///   - make: Returns the edit, for the codes and the path of the code to edit.
    func apply(by coder: CoderOptions, split: [String] = [], _ make: (CodeList, String) throws -> CodebookEdit) throws {
        let study = try argument.open(.writing)
        let codes = try CodebookFile(of: study).codes
        let edit = try make(codes, try codes.path(named: code))
        let result = try study.edit(edit, moving: split, by: try coder.coder)
        try receipt.report(Receipt(edit, result, study: argument.study))
    }
}

extension Receipt {
    fileprivate init(_ edit: CodebookEdit, _ result: CodebookChangeResult, study: String) {
        var after = edit.newPath(of: edit.path)
        if case .split(let path, let id) = edit { after = CodebookEdit.sibling(of: path, id: id) }
        self.init(
            "\(study): \(edit.summary)\(after == nil ? " retired" : ""), "
                + "\(counted(result.recoded, "coding")) moved, \(result.removed) removed",
            [
                "study": .text(study), "code": .text(edit.path), "becomes": .optional(after),
                "codings": .integer(result.recoded), "removed": .integer(result.removed),
            ])
    }
}

struct CodebookRenameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Rename a code and its codings.",
        discussion: "Example: tema codebook rename interviews.tema loss bereavement")

    @OptionGroup var options: CodebookEditOptions
    @Argument(help: ArgumentHelp("New id.", valueName: "new-id"))
    var id: String
    @OptionGroup var coder: CoderOptions

    func run() throws { try options.apply(by: coder) { _, path in .rename(path, to: id) } }
}

struct CodebookMoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Move a code and its codings under another code.",
        discussion: "Example: tema codebook move interviews.tema loss --under harm")

    @OptionGroup var options: CodebookEditOptions
    @Option(
        help: ArgumentHelp("New parent code, by its path, id or name. The top level by default.", valueName: "code"))
    var under: String?
    @OptionGroup var coder: CoderOptions

    func run() throws {
        try options.apply(by: coder) { codes, path in
            .move(path, under: try under.map { try codes.path(named: $0) })
        }
    }
}

struct CodebookMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Merge a code into another one, without duplicate codings.",
        discussion: "Example: tema codebook merge interviews.tema sorrow --into loss")

    @OptionGroup var options: CodebookEditOptions
    @Option(help: ArgumentHelp("Code to keep, by its path, id or name.", valueName: "code"))
    var into: String
    @OptionGroup var coder: CoderOptions

    func run() throws {
        try options.apply(by: coder) { codes, path in
            .merge(path, into: try codes.path(named: into))
        }
    }
}

struct CodebookSplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Move some codings of a code to a new sibling code.",
        discussion: "Example: tema codebook split interviews.tema loss --into home-loss --codings 3f9a0c 77b1")

    @OptionGroup var options: CodebookEditOptions
    @Option(help: ArgumentHelp("Id of the new code.", valueName: "new-id"))
    var into: String
    @Option(
        parsing: .upToNextOption, help: ArgumentHelp("Ids of the codings to move to the new code.", valueName: "ids"))
    var codings: [String] = []
    @OptionGroup var coder: CoderOptions

    func run() throws { try options.apply(by: coder, split: codings) { _, path in .split(path, into: into) } }
}

struct CodebookRetireCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Remove a code and its codings. `tema undo` restores them.",
        discussion: "Example: tema codebook retire interviews.tema misc")

    @OptionGroup var options: CodebookEditOptions
    @OptionGroup var coder: CoderOptions

    func run() throws { try options.apply(by: coder) { _, path in .retire(path) } }
}
