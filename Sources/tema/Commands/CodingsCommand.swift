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
    @OptionGroup var codings: CodingOptions

    func run() throws {
        // Listed without the codebook, so that codings whose codes it lacks are listed too.
        if codings.areByHand { return try writeHandCodings() }
        let coded = CodedRun(codebook: codebook, corpus: corpus, codings: codings, language: output.language.tag)
        try coded.run(quiet: output.quiet, printing: output.output == nil) { corpus, monitor in
            let listing = corpus.codingListing
            let table = try output.table(listing.layout, corpus.codes)
            let summary = try corpus.each(monitor) { coded throws(Problem) in try listing.each(coded, table.add) }
            return ((table, listing.notes(documents: summary.documents) + corpus.notes), summary)
        } write: { result, _ in
            try result.0.finish(notes: result.1)
        }
    }

    private func writeHandCodings() throws {
        let input = try corpus.open()
        let choice = try codings.choice(input)
        guard let coders = choice.hand, case .study(let study) = input else { return }
        let table = try output.table(HandCodingListing.layout)
        try table.finish(notes: HandCodingListing.each(study, of: coders, table.add) + [choice.note])
    }
}
