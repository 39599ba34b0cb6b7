import ArgumentParser
import TemaAnalysis
import TemaCoding

struct SaturationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "saturation",
        abstract: "Count new codes by document, and find saturation.",
        discussion: "Example: tema saturation -c codebook.yaml --base 4 --run 2 --threshold 5 interviews/")

    @Option(help: ArgumentHelp("Number of documents in the base.", valueName: "number"))
    var base = 4
    @Option(name: .customLong("run"), help: ArgumentHelp("Number of documents in a run.", valueName: "number"))
    var runLength = 2
    @Option(
        help: ArgumentHelp(
            "Saturation threshold: new codes in a run, as a percentage of the codes in the base.", valueName: "percent")
    )
    var threshold = 5.0
    @OptionGroup var draw: DrawOptions
    @OptionGroup var options: StatisticOptions

    func validate() throws {
        guard base > 0, runLength > 0, base <= 1_000_000, runLength <= 1_000_000 else {
            throw ValidationError("--base and --run must be from 1 to 1,000,000 documents")
        }
        guard 0...100 ~= threshold else { throw ValidationError("--threshold must be from 0 to 100 percent") }
    }

    func run() throws {
        var rule = Saturation.Rule()
        (rule.base, rule.run, rule.threshold) = (base, runLength, threshold)
        try options.report { codes, level in
            Saturation(codes: codes, level: level, rule: rule, draws: draw.draws, seed: draw.seed)
        }
    }
}
