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
        abstract: "Print pairs of codes that stand in the same unit, or whose codings by hand meet.",
        discussion: """
            Example: tema cooccurrence -c codebook.yaml --unit section articles/

            --unit overlap, near-words, near-passages and events are for codings by hand: `tema cooccurrence --hand --unit overlap STUDY`. \
            --format \(NetworkFormats.all.map { $0.name }.joined(separator: " and ")) write a network of codes.
            """)

    @Option(help: "What two codes must share.")
    var unit = CooccurrenceChoice.unit(.passage)
    @Option(help: "With near-words and near-passages, how far codings may be apart.")
    var within: Int?
    @Flag(help: "Print pairs that never meet, too.")
    var all = false
    @OptionGroup var options: StatisticOptions

    func validate() throws {
        if let within, !(0...100_000).contains(within) { throw ValidationError("--within takes 0 to 100000") }
        let isNear =
            switch unit {
            case .relation(.nearWords), .relation(.nearPassages): true
            case .relation, .unit: false
            }
        guard isNear == (within != nil) else {
            throw ValidationError("--within N goes with --unit near-words or near-passages")
        }
        if case .relation = unit, all { throw ValidationError("--all is for units") }
    }

    func run() throws {
        let counting = options.counting
        switch unit {
        case .unit(let unit):
            try counting.count(quiet: options.output.quiet) { codes, level in
                Cooccurrence(codes: codes, unit: unit, level: level, includeAll: all)
            } write: { counts, corpus in
                try write(counts.table, counts.network, codes: corpus.codes)
            }
        case .relation(let relation):
            let input = try counting.corpus.open()
            guard let choice = try counting.hand.choice(input, quiet: options.output.quiet),
                case .study(let study) = input
            else { throw ValidationError("overlap, near and events are of a study's codings by hand: add --hand") }
            let marked = try MarkedCorpus(study, codebook: try counting.codebook.file(quiet: options.output.quiet))
            let counts = try marked.cooccurrence(
                relation.within(within ?? 0), level: try counting.depth(in: marked.codes), by: choice)
            try write(counts.table, counts.network, codes: marked.codes)
        }
    }

    private func write(_ table: () -> Table, _ network: () -> Network, codes: CodeList) throws {
        guard let format = NetworkFormats.named(options.output.format) else {
            return try options.output.write(table(), codes)
        }
        try OutputFile.write(format.written(network()).utf8, to: options.output.output)
    }
}
