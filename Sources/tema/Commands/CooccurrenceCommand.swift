import ArgumentParser
import TemaAnalysis
import TemaFormats
import TemaModel
import TemaPipeline
import TemaStudy
import TemaTables

struct CooccurrenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cooccurrence",
        abstract: "Print pairs of codes that co-occur.",
        discussion: """
            Example: tema cooccurrence -c codebook.yaml --unit section articles/

            The five strongest pairs of a theme: tema cooccurrence -c codebook.yaml --code fear --sort jaccard --top 5 \
            articles/

            The units overlap, near-words, near-passages and events are for hand codings: \
            `tema cooccurrence --unit overlap STUDY`. \
            --format \(NetworkFormats.all.map { $0.name }.joined(separator: " and ")) write a network of codes.
            """)

    @Option(help: "Unit that two codes must share, or relation of their spans.")
    var unit = CooccurrenceChoice.unit(.passage)
    @Option(
        help: ArgumentHelp(
            "Maximum distance for near-words and near-passages, in words or passages.", valueName: "number"))
    var within: Int?
    @Flag(help: "Also print pairs that never co-occur.")
    var all = false
    @OptionGroup(title: "Row options") var rows: RowOptions
    @OptionGroup var options: StatisticOptions

    func validate() throws {
        if let within, !(0...100_000).contains(within) { throw ValidationError("--within must be from 0 to 100,000") }
        let isNear =
            switch unit {
            case .relation(.nearWords), .relation(.nearPassages): true
            case .relation, .unit: false
            }
        guard isNear == (within != nil) else {
            throw ValidationError(
                "--within N is required with --unit near-words or near-passages, and only allowed there")
        }
        if NetworkFormats.named(options.output.format) != nil, rows.long || rows.transpose {
            throw ValidationError("--long and --transpose are forms of tables, not of networks")
        }
        if case .relation = unit, all { throw ValidationError("--all is not available for relations of spans") }
    }

    func run() throws {
        let counting = options.counting
        switch unit {
        case .unit(let unit):
            try counting.count(quiet: options.output.quiet, language: options.output.language) { codes, level in
                Cooccurrence(codes: codes, unit: unit, level: level, includeAll: all)
            } write: { counts, corpus in
                try write(
                    counts.table(), counts.network, long: counts.longTable, codes: corpus.codes, notes: corpus.notes)
            }
        case .relation(let relation):
            let input = try counting.corpus.open()
            let choice = try counting.codings.choice(input, usual: .hand(.everyone))
            guard let coders = choice.hand, case .study(let study) = input else {
                throw ValidationError("overlap, near-words, near-passages and events need a study's hand codings")
            }
            let file = try counting.codebook.file(quiet: options.output.quiet)
            let marked = try HandCodedCorpus(study, codebook: file, language: options.output.language.tag)
            let counts = try marked.cooccurrence(
                relation.within(within ?? 0), level: try counting.depth(in: marked.codes), by: coders)
            try write(
                counts.table(), counts.network, long: counts.longTable, codes: marked.codes, notes: [choice.note])
        }
    }

    private func write(
        _ table: Table, _ network: (Table) -> Network, long: () -> Table, codes: CodeList, notes: [Phrase]
    ) throws {
        let language = try options.output.language.language(codes)
        guard let format = NetworkFormats.named(options.output.format) else {
            let table = try rows.shaped(table, codes, in: language, columns: ("measure", Phrase("measure")), long: long)
            return try options.output.write(table, codes, notes: notes)
        }
        let written = format.written(network(try rows.selected(table, codes, in: language)))
        try OutputFile.write(written.utf8, to: options.output.output)
    }
}
