import ArgumentParser
import TemaModel
import TemaStudy

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how far the coding by hand has come, and what is next.",
        discussion: """
            Example: tema status interviews.tema --by coder

            Passages of the kinds that are coded by default are counted: no headings, captions, footnotes or references.
            """)

    /// What each row is about.
    enum View: String, CaseIterable, ExpressibleByArgument {
        case document, coder, uncoded
    }

    @OptionGroup var argument: StudyArgument
    @Option(help: "A row for each document or each coder, or for each passage that the coder has not coded.")
    var by = View.document
    @OptionGroup var coder: CoderOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let study = try argument.open(.reading)
        var progress = StudyProgress(of: try coder.coder)
        let table = try output.table(by.layout)
        for id in try study.documentIDs() {
            let document = try study.document(id)
            let own = try study.progress(in: document)
            switch by {
            case .document: table.add(progress.row(document, own))
            case .uncoded: progress.uncoded(document, own).forEach(table.add)
            case .coder: break
            }
            progress.add(document, own)
        }
        if by == .coder { progress.coderRows.forEach(table.add) }
        table.finish(notes: progress.notes)
    }
}

extension Status.View {
    fileprivate var layout: Table.Layout {
        switch self {
        case .document:
            .init(
                title: "Status",
                columns: [
                    .init("document", "Document"), .init("passages", "Passages", .integer),
                    .init("coded_passages", "Coded by hand", .integer), .init("uncoded_passages", "Uncoded", .integer),
                    .init("own_passages", "Coded by oneself", .integer), .init("codings", "Codings", .integer),
                    .init("to_review", "To review", .integer),
                ])
        case .coder:
            .init(
                title: "Status by coder",
                columns: [
                    .init("coder", "Coder"), .init("documents", "Documents", .integer),
                    .init("coded_passages", "Coded by hand", .integer), .init("uncoded_passages", "Uncoded", .integer),
                    .init("percent", "% of passages", .decimal(places: 2, shown: 1), bar: true),
                    .init("codings", "Codings", .integer), .init("to_review", "To review", .integer),
                    .init("next_document", "Next document"), .init("next_passage", "Next passage", .integer),
                ])
        case .uncoded:
            .init(
                title: "Uncoded passages",
                columns: [
                    .init("document", "Document"), .init("passage", "No.", .integer), .init("kind", "Kind"),
                    .init("text", "Text"),
                ])
        }
    }
}
