import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

struct MemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "memo",
        abstract: "Note something down on the study, a document, a code or a coding; or list memos.",
        discussion: """
            Example: tema memo interviews.tema "She laughs here." --document maria

            Without a text it lists all memos.
            """)

    @OptionGroup var argument: StudyArgument
    @Argument(help: "What to note down.")
    var text: String?
    @Option(help: "The document it is on.")
    var document: String?
    @Option(help: "The code it is on, by its path or its id.")
    var code: String?
    @Option(help: "The coding it is on, by its id.")
    var coding: String?
    @OptionGroup var coder: CoderOptions
    @OptionGroup var output: OutputOptions

    private static let layout = Table.Layout(
        title: "Memos",
        columns: [
            .init("id", "Id", for: .programs), .init("at", "When"), .init("coder", "Coder"), .init("target", "On"),
            .init("subject", "Which"), .init("text", "Memo"),
        ])

    func validate() throws {
        guard [document, code, coding].compactMap(\.self).count <= 1 else {
            throw ValidationError("a memo is on one thing: --document, --code or --coding")
        }
    }

    func run() throws {
        guard let text else { return try list() }
        let study = try argument.open(.writing)
        let (target, subject) = try self.subject(study)
        let memo = try study.note(text, on: target, subject: subject, by: try coder.coder)
        if output.format == "text" { return print(memo.id) }
        try output.write(Table(Self.layout, rows: [Self.row(memo)]))
    }

    private func subject(_ study: Study) throws -> (Memo.Target, String) {
        if let document { return (.document, document) }
        if let coding { return (.coding, coding) }
        guard let code else { return (.study, "") }
        let codes = try CodebookFile(of: study).codes
        return (.code, try codes.path(named: code))
    }

    private func list() throws {
        let rows = try argument.open(.reading).memos().map(Self.row)
        try output.write(Table(Self.layout, rows: rows, notes: [counted(rows.count, "memo") + "."]))
    }

    private static func row(_ memo: Memo) -> Table.Row {
        Table.Row([
            .text(memo.id), .text(memo.at), .text(memo.coder), .text(memo.target.rawValue), .text(memo.subject),
            .text(memo.text),
        ])
    }
}
