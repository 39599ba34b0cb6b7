import ArgumentParser
import TemaModel

struct Quotes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quotes", abstract: "Print the passages of a code, each match in its context.",
        discussion: "Example: tema quotes -c codebook.yaml --code resilience articles/")

    @OptionGroup var codebook: CodebookOptions
    @Option(help: "The code, by its path or its id; those below it are included.")
    var code: String
    @Option(help: "Unicode scalars of context on each side.")
    var context = 60
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var hand: HandOptions
    @OptionGroup var output: OutputOptions

    private static let layout = Table.Layout(
        title: "Quotes",
        columns: [
            .init("document", "Document"), .init("passage", "Passage", .integer),
            .init("section_type", "Section type", for: .programs), .init("code", "Code", for: .programs),
            .init("start", "Start", .integer, for: .programs), .init("end", "End", .integer, for: .programs),
            .init("before", "Before", .rightText), .init("match", "Match"), .init("after", "After"),
            .init("indicator", "Indicator", for: .programs), .init("text", "Text", for: .programs),
        ])

    func run() throws {
        guard (0...10_000).contains(context) else { throw ValidationError("--context takes a number from 0 to 10000") }
        let codes = try codebook.codes(corpus, quiet: output.quiet)
        let wanted = try codes.number(named: code)
        let coder = try codebook.coder(codes, try corpus.chosenKinds)
        let table = try output.table(Self.layout, codes)
        let subtree = wanted..<codes.entries[wanted].end
        try corpus.run(
            coder: coder, hand: try hand.coding(corpus, codes), quiet: output.quiet, printing: output.output == nil
        ) { coded in
            let offsets = ScalarOffsets(coded.document.text)
            for coding in coded.codings where subtree.contains(coding.code) {
                for evidence in coded.evidence(of: coding) {
                    table.add(row(coded.document, coding, evidence, offsets, codes))
                }
            }
        } finish: {
            table.finish(notes: [
                "\(counted($0, "document")). \(codes.entries[wanted].path) and the codes below it, a match a row."
            ])
        }
    }

    private func row(
        _ document: Document, _ coding: Coding, _ evidence: Evidence, _ offsets: ScalarOffsets, _ codes: CodeList
    ) -> Table.Row {
        let passage = document.passages[coding.passage]
        let span = offsets.scalars(evidence.span)
        let whole = offsets.scalars(passage.span)
        let start = offsets.utf8(at: max(whole.lowerBound, span.lowerBound - context)) ?? passage.span.lowerBound
        let end = offsets.utf8(at: min(whole.upperBound, span.upperBound + context)) ?? passage.span.upperBound
        return Table.Row([
            .text(document.id), .integer(coding.passage), .text(passage.sectionType.rawValue),
            .text(codes.entries[coding.code].path), .integer(span.lowerBound), .integer(span.upperBound),
            .text(document.text.string(start..<evidence.span.lowerBound)), .text(document.text.string(evidence.span)),
            .text(document.text.string(evidence.span.upperBound..<end)),
            evidence.indicator == Evidence.byHand
                ? .empty : .text(codes.indicators[evidence.indicator].indicator.match),
            .text(document.string(of: passage)),
        ])
    }
}
