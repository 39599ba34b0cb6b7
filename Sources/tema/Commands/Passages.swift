import ArgumentParser
import TemaModel

struct Passages: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passages", abstract: "Print documents' passages.",
        discussion: "Example: tema passages --format jsonl article.xml")

    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var output: OutputOptions

    private static let layout = Table.Layout(
        title: "Passages",
        columns: [
            .init("document", "Document"), .init("passage", "No.", .integer), .init("kind", "Kind"),
            .init("section_type", "Section type", for: .programs), .init("section", "Section"),
            .init("language", "Language", for: .programs), .init("start", "Start", .integer, for: .programs),
            .init("end", "End", .integer, for: .programs), .init("text", "Text"),
        ])

    func run() throws {
        let kinds = try corpus.chosenKinds
        let table = try output.table(Self.layout)
        try corpus.run(coder: nil, quiet: output.quiet, printing: output.output == nil) { coded in
            let document = coded.document
            let offsets = ScalarOffsets(document.text)
            for (number, passage) in document.passages.enumerated() where kinds?.contains(passage.kind) ?? true {
                let span = offsets.scalars(passage.span)
                table.add(
                    Table.Row([
                        .text(document.id), .integer(number), .text(passage.kind.rawValue),
                        .text(passage.sectionType.rawValue),
                        .list(document.sectionPath(of: passage).map(Table.Cell.text)),
                        document.language(of: passage).map(Table.Cell.text) ?? .empty, .integer(span.lowerBound),
                        .integer(span.upperBound), .text(document.string(of: passage)),
                    ]))
            }
        } finish: {
            table.finish(notes: [
                "\(counted($0, "document")). Start and end count Unicode scalars of a document's text."
            ])
        }
    }
}
