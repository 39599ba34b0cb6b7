import ArgumentParser
import TemaCoding
import TemaModel

struct Codings: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codings", abstract: "Print each coding with its evidence.",
        discussion: "Example: tema codings -c codebook.yaml --format jsonl articles/")

    @OptionGroup var codebook: CodebookOptions
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var hand: HandOptions

    private static let layout = Table.Layout(
        title: "Codings",
        columns: [
            .init("document", "Document"), .init("passage", "Passage", .integer), .init("code", "Code"),
            .init("coder", "Coder", for: .programs), .init("start", "Start", .integer, for: .programs),
            .init("end", "End", .integer, for: .programs), .init("evidence", "Evidence", for: .programs),
            .init("matched", "Evidence", for: .people),
        ])

    func run() throws {
        if let study = try hand.study(corpus) { return try HandCodingsTable.write(study, of: try hand.whose, output) }
        let codes = try codebook.codes(corpus, quiet: output.quiet)
        let coder = try codebook.coder(codes, try corpus.chosenKinds)
        let table = try output.table(Self.layout, codes)
        try corpus.run(coder: coder, quiet: output.quiet, printing: output.output == nil) { coded in
            let document = coded.document
            let offsets = ScalarOffsets(document.text)
            for coding in coded.codings {
                let span = offsets.scalars(document.passages[coding.passage].span)
                let evidence = coded.evidence(of: coding)
                table.add(
                    Table.Row([
                        .text(document.id), .integer(coding.passage), .text(codes.entries[coding.code].path),
                        .text(codes.codebook.coder), .integer(span.lowerBound), .integer(span.upperBound),
                        .list(evidence.map { record($0, offsets, codes) }),
                        .text(evidence.map { document.text.string($0.span) }.joined(separator: " | ")),
                    ]))
            }
        } finish: {
            table.finish(notes: [
                "\(counted($0, "document")), coded by \(codes.codebook.coder). A passage is coded with a code once; start and end are "
                    + "the passage's, in Unicode scalars."
            ])
        }
    }

    private func record(_ evidence: Evidence, _ offsets: ScalarOffsets, _ codes: CodeList) -> Table.Cell {
        let span = offsets.scalars(evidence.span)
        return .record([
            Table.Field("start", .integer(span.lowerBound)), Table.Field("end", .integer(span.upperBound)),
            Table.Field("indicator", .text(codes.indicators[evidence.indicator].indicator.match)),
        ])
    }
}
