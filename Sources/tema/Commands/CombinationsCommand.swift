import ArgumentParser
import TemaAnalysis

struct CombinationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "combinations",
        abstract: "Print sets of codes that occur together.",
        discussion: "Example: tema combinations -c codebook.yaml --unit section --at-least 2 articles/")

    @OptionGroup var combination: CombinationOptions
    @OptionGroup var options: StatisticOptions

    func run() throws {
        try options.report {
            Combinations(codes: $0, unit: combination.unit, level: $1, from: combination.least)
        }
    }
}
