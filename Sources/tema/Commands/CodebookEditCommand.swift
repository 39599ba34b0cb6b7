import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

/// The options of every change to a study's codebook.
struct EditingOptions: ParsableArguments {
    @Flag(help: "Print what the edit would change, and do not change the study.")
    var preview = false
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func open(_ argument: StudyArgument) throws -> Study { try argument.open(preview ? .reading : .writing) }

    /// Makes an edit and prints its receipt, or with `--preview` only prints what it would change.
    ///
    /// - Parameters:
    ///   - ids: The ids of the codings that move to the new code of a split.
    ///   - name: The study as the user wrote it.
    ///   - done: Returns the receipt of the edit.
    func make(
        _ edit: CodebookEdit, moving ids: [String] = [], in study: Study, _ name: String,
        _ done: (CodebookChangeResult) -> Receipt
    ) throws {
        let shown =
            preview
            ? Receipt(edit, try study.preview(edit, moving: ids), study: name)
            : done(try study.edit(edit, moving: ids, by: try coder.coder))
        try receipt.report(shown)
    }
}

/// The options of every edit of the tree of a study's codes.
struct CodebookEditOptions: ParsableArguments {
    @OptionGroup var argument: StudyArgument
    @Argument(help: "Code, by its path, id or name.")
    var code: String

    /// Applies an edit, and prints its effect on the codings.
    ///
    /// - Parameters:
    ///   - editing: The options of the change.
    ///   - split: The ids of the codings that move to the new code of a split.
    ///   - make: Returns the edit, for the codes and the path of the code to edit.
    func apply(
        _ editing: EditingOptions, split: [String] = [], _ make: (CodeList, String) throws -> CodebookEdit
    ) throws {
        let study = try editing.open(argument)
        let codes = try CodebookFile(of: study).codes
        let edit = try make(codes, try codes.path(named: code))
        try editing.make(edit, moving: split, in: study, argument.study) {
            Receipt(edit, $0, study: argument.study)
        }
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

    fileprivate init(_ edit: CodebookEdit, _ preview: EditPreview, study: String) {
        let coders = preview.coders.map { "\($0.name) \($0.codings)" }.joined(separator: ", ")
        self.init(
            "\(study): \(edit.name) \(edit.summary) would change \(counted(preview.codings, "coding"))"
                + "\(coders.isEmpty ? "" : " (\(coders))") in \(counted(preview.documents, "document")): "
                + "\(preview.merged) merged, \(preview.removed) removed; "
                + "and \(counted(preview.automatic, "automatic coding")), \(counted(preview.memos, "memo")), "
                + "\(counted(preview.codes, "code")) below",
            [
                "study": .text(study), "code": .text(edit.path), "codings": .integer(preview.codings),
                "coders": .list(
                    preview.coders.map {
                        .record([.init("coder", .text($0.name)), .init("codings", .integer($0.codings))])
                    }),
                "documents": .integer(preview.documents), "merged": .integer(preview.merged),
                "removed": .integer(preview.removed), "automatic": .integer(preview.automatic),
                "memos": .integer(preview.memos), "codes": .integer(preview.codes),
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
    @OptionGroup var editing: EditingOptions

    func run() throws { try options.apply(editing) { _, path in .rename(path, to: id) } }
}

struct CodebookMoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Move a code and its codings under another code.",
        discussion: "Example: tema codebook move interviews.tema loss --under harm")

    @OptionGroup var options: CodebookEditOptions
    @Option(
        help: ArgumentHelp("New parent code, by its path, id or name. The top level by default.", valueName: "code"))
    var under: String?
    @OptionGroup var editing: EditingOptions

    func run() throws {
        try options.apply(editing) { codes, path in
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
    @OptionGroup var editing: EditingOptions

    func run() throws {
        try options.apply(editing) { codes, path in
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
    @OptionGroup var editing: EditingOptions

    func run() throws { try options.apply(editing, split: codings) { _, path in .split(path, into: into) } }
}

struct CodebookRetireCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Remove a code and its codings. `tema undo` restores them.",
        discussion: "Example: tema codebook retire interviews.tema misc")

    @OptionGroup var options: CodebookEditOptions
    @OptionGroup var editing: EditingOptions

    func run() throws { try options.apply(editing) { _, path in .retire(path) } }
}
