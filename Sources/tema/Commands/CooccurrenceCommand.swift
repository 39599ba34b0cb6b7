import Analysis
import ArgumentParser

struct CooccurrenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cooccurrence", abstract: "Print pairs of codes that stand in the same unit.",
        discussion: "Example: tema cooccurrence -c codebook.yaml --unit section articles/")

    @Option(help: "What two codes must share.")
    var unit = CooccurrenceUnit.passage
    @Flag(help: "Print pairs that never meet, too.")
    var all = false
    @OptionGroup var options: StatisticOptions

    func run() throws {
        try options.report { codes, level in
            Cooccurrence(codes: codes, unit: unit, level: level, includeAll: all)
        }
    }
}
