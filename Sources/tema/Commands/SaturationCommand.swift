import ArgumentParser
import TemaAnalysis
import TemaCoding

struct SaturationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "saturation",
        abstract: "Tell how many codes are new in each document, and where saturation is reached.",
        discussion: "Example: tema saturation -c codebook.yaml --base 4 --run 2 --threshold 5 interviews/")

    @Option(help: "How many documents are the base.")
    var base = 4
    @Option(name: .customLong("run"), help: "How many documents are a run.")
    var runLength = 2
    @Option(help: "New codes in a run, in percent of the base's codes, at which saturation is reached.")
    var threshold = 5.0
    @OptionGroup var draw: DrawOptions
    @OptionGroup var options: StatisticOptions

    func validate() throws {
        guard base > 0, runLength > 0, base <= 1_000_000, runLength <= 1_000_000 else {
            throw ValidationError("--base and --run are 1 or more documents")
        }
        guard 0...100 ~= threshold else { throw ValidationError("--threshold is 0 to 100 percent") }
    }

    func run() throws {
        var rule = Saturation.Rule()
        (rule.base, rule.run, rule.threshold) = (base, runLength, threshold)
        try options.report { codes, level in
            Saturation(codes: codes, level: level, rule: rule, draws: draw.draws, seed: draw.seed)
        }
    }
}
