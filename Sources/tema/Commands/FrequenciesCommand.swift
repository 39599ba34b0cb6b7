import ArgumentParser
import TemaAnalysis

struct FrequenciesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frequencies", abstract: "Print the codebook frequency table.",
        discussion: "Example: tema frequencies -c codebook.yaml --level theme articles/")

    @OptionGroup var options: StatisticOptions

    func run() throws {
        try options.report { codes, level in Frequencies(codes: codes, level: level) }
    }
}
