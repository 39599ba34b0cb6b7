import ArgumentParser
import TemaCoding
import TemaModel
import TemaPipeline

struct CodingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codings", abstract: "List every coding: document, passage, code and words.",
        discussion: "Example: tema codings -c codebook.yaml --format jsonl articles/")

    @OptionGroup var codebook: CodebookOptions
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup(title: "Output options") var output: OutputOptions
    @OptionGroup var hand: HandOptions

    func run() throws {
        let coded = CodedRun(codebook: codebook, corpus: corpus, hand: hand, language: output.language.tag)
        if hand.hand { return try writeHandCodings() }
        try coded.run(quiet: output.quiet, printing: output.output == nil) { corpus, monitor in
            let listing = CodingListing.codings(corpus.codes)
            let table = try output.table(listing.layout, corpus.codes)
            let summary = try corpus.each(monitor) { coded throws(Problem) in try listing.each(coded, table.add) }
            return ((table, listing.notes(documents: summary.documents)), summary)
        } write: { result, _ in
            try result.0.finish(notes: result.1)
        }
    }

    private func writeHandCodings() throws {
        let input = try corpus.open()
        guard let choice = try hand.choice(input, quiet: output.quiet), case .study(let study) = input else { return }
        let table = try output.table(HandCodingListing.layout)
        try table.finish(notes: HandCodingListing.each(study, of: choice, table.add))
    }
}
