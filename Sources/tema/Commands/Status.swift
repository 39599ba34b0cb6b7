import ArgumentParser
import Exchange
import Model
import Store

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how far the coding by hand has come.", discussion: "Example: tema status interviews.tema")

    @OptionGroup var argument: StudyArgument
    @OptionGroup var coder: CoderOptions
    @OptionGroup var output: OutputOptions

    private static let layout = Table.Layout(
        title: "Status",
        columns: [
            .init("document", "Document"), .init("passages", "Passages", .integer),
            .init("coded_passages", "Coded by hand", .integer), .init("codings", "Codings", .integer),
            .init("own_codings", "Own", .integer), .init("to_review", "To review", .integer),
        ])

    func run() throws {
        let study = try argument.open(.reading)
        let me = try coder.coder
        let codings = Dictionary(grouping: try study.codings(), by: \.document)
        var next: String?
        var rows: [Table.Row] = []
        for id in try study.documentIDs() {
            let document = try study.document(id)
            let own = codings[id] ?? []
            let mine = own.count { $0.coder == me }
            if mine == 0, next == nil { next = id }
            rows.append(
                Table.Row([
                    .text(id), .integer(document.passages.count),
                    .integer(document.passages.count { passage in own.contains { $0.span.overlaps(passage.span) } }),
                    .integer(own.count), .integer(mine), .integer(own.count { $0.state != .sure }),
                ]))
        }
        let ahead = next.map { "Next for \(me): \($0)." } ?? "\(me) has coded in every document."
        try output.write(Table(Self.layout, rows: rows, notes: [counted(rows.count, "document") + ". " + ahead]))
    }
}
