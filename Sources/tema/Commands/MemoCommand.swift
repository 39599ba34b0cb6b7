import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct MemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "memo", abstract: "Add, list, edit or remove memos.",
        discussion: "Example: tema memo interviews.tema \"She laughs here.\" --document maria",
        subcommands: [MemoAddCommand.self, MemoEditCommand.self, MemoRemoveCommand.self],
        defaultSubcommand: MemoAddCommand.self)
}

struct MemoAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a memo, or list all memos.",
        discussion: """
            Example: tema memo interviews.tema "She laughs here." --document maria

            Without --document, --code or --coding the memo is on the study. Without a text the command lists all memos.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Text of the memo.")
    var text: String?
    @Option(help: ArgumentHelp("Document that the memo is on.", valueName: "id"))
    var document: String?
    @Option(help: "Code that the memo is on, by its path, id or name.")
    var code: String?
    @Option(help: ArgumentHelp("Coding that the memo is on, by its id.", valueName: "id"))
    var coding: String?
    @OptionGroup var coder: CoderOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    private static let layout = Table.Layout(
        title: "Memos",
        columns: [
            .init("id", "Id", for: .programs), .init("short_id", "Id", for: .people), .init("at", "Time"),
            .init("coder", "Coder"), .init("target", "Target"),
            .init("subject", "Subject"), .init("text", "Memo"),
        ])

    func validate() throws {
        guard [document, code, coding].compactMap(\.self).count <= 1 else {
            throw ValidationError("pass only one of --document, --code and --coding")
        }
    }

    func run() throws {
        guard let text else { return try list() }
        let study = try argument.open(.writing)
        let (target, subject) = try self.subject(study)
        let memo = try study.note(text, on: target, subject: subject, by: try coder.coder)
        if output.format == "text" { return try Messages.show(memo.id) }
        try output.write(Table(Self.layout, rows: [Self.row(memo)]))
    }

    private func subject(_ study: Study) throws -> (Memo.Target, String) {
        if let document { return (.document, document) }
        if let coding { return (.coding, coding) }
        guard let code else { return (.study, "") }
        return (.code, try NamedCodes(of: study).path(code))
    }

    private func list() throws {
        let rows = try argument.open(.reading).memos().map(Self.row)
        try output.write(Table(Self.layout, rows: rows, notes: [Phrase("\(count: rows.count, "memo").")]))
    }

    private static func row(_ memo: Memo) -> Table.Row {
        Table.Row([
            .text(memo.id), .text(String(memo.id.prefix(8))), .text(memo.at), .text(memo.coder),
            .text(memo.target.rawValue), .text(memo.subject), .text(memo.text),
        ])
    }
}

struct MemoEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Replace the text of a memo.",
        discussion: "Example: tema memo edit interviews.tema 5c1a \"She laughs, but not at him.\"")

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Id of the memo, or its beginning.")
    var id: String
    @Argument(help: "New text.")
    var text: String
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let memo = try argument.open(.writing).editMemo(id, to: text, by: try coder.coder)
        try receipt.report(Receipt(memo))
    }
}

struct MemoRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove memos. `tema undo` restores them.",
        discussion: "Example: tema memo remove interviews.tema 5c1a")

    @OptionGroup var argument: StudyArgument
    @Argument(help: "Ids of the memos, or their beginnings.")
    var ids: [String]
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions

    func run() throws {
        let memos = try argument.open(.writing).removeMemos(ids, by: try coder.coder)
        try receipt.report(memos.map(Receipt.init))
    }
}

extension Receipt {
    fileprivate init(_ memo: Memo) {
        self.init(
            memo.id,
            [
                "id": .text(memo.id), "target": .text(memo.target.rawValue), "subject": .text(memo.subject),
                "coder": .text(memo.coder), "text": .text(memo.text),
            ])
    }
}
