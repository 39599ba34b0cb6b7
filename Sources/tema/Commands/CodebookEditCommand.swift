import ArgumentParser
import TemaCodebook
import TemaModel
import TemaPipeline
import TemaStudy

/// What every step of a study's codebook takes.
struct CodebookEditOptions: ParsableArguments {
    @OptionGroup var argument: StudyArgument
    @Argument(help: "The code, by its path or its id.")
    var code: String
    @OptionGroup var receipt: ReceiptOptions

    /// Takes a step, and tells what became of the codings.
    ///
    /// - Parameters:
    ///   - make: Makes the step of the codes and the path of the code that is named.
    ///   - split: The codings that go to the new code of a split.
    func apply(
        _ name: String, by coder: CoderOptions, split: [String] = [], _ make: (CodeList, String) throws -> CodebookEdit
    ) throws {
        let study = try argument.open(.writing)
        let codes = try CodebookFile(of: study).codes
        let edit = try make(codes, try codes.path(named: code))
        let yaml = CodebookYAML.write(try edit.applied(to: codes.codebook))
        let (codebook, problems) = CodebookYAML.read(Array(yaml.utf8), file: study.path)
        if let problem = problems.first(where: { $0.severity == .error }), codebook == nil { throw problem }
        var part: (ids: [String], path: String)?
        if case .split(let path, let id) = edit { part = (split, CodebookEdit.sibling(of: path, id: id)) }
        let after = edit.newPath(of: edit.path).map {
            $0 == edit.path ? part.map { " > \($0.path)" } ?? "" : " > \($0)"
        }
        let result = try study.change(
            edit, to: yaml, split: part, name: "codebook \(name)", detail: edit.path + (after ?? ""),
            by: try coder.coder)
        try receipt.tell(
            Receipt(
                "\(argument.study): \(edit.path)\(after ?? " retired"), "
                    + "\(counted(result.recoded, "coding")) went along, \(result.removed) taken away",
                [
                    "study": .text(argument.study), "code": .text(edit.path),
                    "becomes": .optional(part?.path ?? edit.newPath(of: edit.path)),
                    "codings": .integer(result.recoded), "removed": .integer(result.removed),
                ]))
    }
}

struct CodebookRenameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Give a code of a study another id; its codings go along.",
        discussion: "Example: tema codebook rename interviews.tema loss bereavement")

    @OptionGroup var options: CodebookEditOptions
    @Argument(help: "The new id.")
    var id: String
    @OptionGroup var coder: CoderOptions

    func run() throws { try options.apply("rename", by: coder) { _, path in .rename(path, to: id) } }
}

struct CodebookMoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Put a code of a study under another one; its codings go along.",
        discussion: "Example: tema codebook move interviews.tema loss --under harm")

    @OptionGroup var options: CodebookEditOptions
    @Option(help: "The code above it, by its path or its id; without it the code goes to the top.")
    var under: String?
    @OptionGroup var coder: CoderOptions

    func run() throws {
        try options.apply("move", by: coder) { codes, path in
            .move(path, under: try under.map { try codes.path(named: $0) })
        }
    }
}

struct CodebookMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Make a code of a study part of another one; no coding stands twice then.",
        discussion: "Example: tema codebook merge interviews.tema sorrow --into loss")

    @OptionGroup var options: CodebookEditOptions
    @Option(help: "The code that stays, by its path or its id.")
    var into: String
    @OptionGroup var coder: CoderOptions

    func run() throws {
        try options.apply("merge", by: coder) { codes, path in
            .merge(path, into: try codes.path(named: into))
        }
    }
}

struct CodebookSplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Make a further code beside one of a study, and give it some of its codings.",
        discussion: "Example: tema codebook split interviews.tema loss --into home-loss --codings 3f9a0c 77b1")

    @OptionGroup var options: CodebookEditOptions
    @Option(help: "The new code's id.")
    var into: String
    @Option(parsing: .upToNextOption, help: "Ids of the codings that go to the new code.")
    var codings: [String] = []
    @OptionGroup var coder: CoderOptions

    func run() throws { try options.apply("split", by: coder, split: codings) { _, path in .split(path, into: into) } }
}

struct CodebookRetireCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Take a code of a study away, with its codings; `tema undo` brings them back.",
        discussion: "Example: tema codebook retire interviews.tema misc")

    @OptionGroup var options: CodebookEditOptions
    @OptionGroup var coder: CoderOptions

    func run() throws { try options.apply("retire", by: coder) { _, path in .retire(path) } }
}
