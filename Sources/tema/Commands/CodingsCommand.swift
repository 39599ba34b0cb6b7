import ArgumentParser
import TemaCoding
import TemaModel
import TemaPipeline

struct CodingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codings", abstract: "List every coding: document, passage, code and words.",
        discussion: """
            Example: tema codings -c codebook.yaml --format jsonl articles/

            One row for each match, with the year and journal of its document: tema codings -c codebook.yaml --long \
            --with year,journal articles/ -o codings.csv
            """)

    @OptionGroup var codebook: CodebookOptions
    @OptionGroup var corpus: CorpusOptions
    @Flag(help: "Print one row for each match of an indicator and each coding by hand (tidy data).")
    var long = false
    @OptionGroup var joined: JoinOptions
    @OptionGroup(title: "Output options") var output: OutputOptions
    @OptionGroup var codings: CodingOptions

    func run() throws {
        // Listed without the codebook, so that codings whose codes it lacks are listed too.
        if codings.areByHand { return try writeHandCodings() }
        let coded = CodedRun(codebook: codebook, corpus: corpus, codings: codings, language: output.language.tag)
        try coded.run(quiet: output.quiet, printing: output.output == nil) { corpus, monitor in
            let listing = corpus.codingListing(isLong: long)
            var variables = joined.variables
            let table = try output.table(variables.joined(listing.layout), corpus.codes)
            let summary = try corpus.each(monitor) { coded throws(Problem) in
                let more = variables.cells(coded.document)
                try listing.each(coded) { row throws(Problem) in try table.add(row, joining: more) }
            }
            if !summary.wasCancelled { try variables.check() }
            return ((table, listing.notes(documents: summary.documents) + corpus.notes), summary)
        } write: { result, _ in
            try result.0.finish(notes: result.1)
        }
    }

    private func writeHandCodings() throws {
        let input = try corpus.open()
        let choice = try codings.choice(input)
        guard let coders = choice.hand, case .study(let study) = input else { return }
        let listing = HandCodingListing(isLong: long)
        var variables = joined.variables
        let table = try output.table(variables.joined(listing.layout))
        var more: [Table.Cell] = []
        let notes = try listing.each(study, of: coders) { id throws(Problem) in
            if !variables.isEmpty { more = variables.cells(try study.document(id)) }
        } _: { row throws(Problem) in
            try table.add(row, joining: more)
        }
        try variables.check()
        try table.finish(notes: notes + [choice.note])
    }
}
