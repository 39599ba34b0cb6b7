import ArgumentParser
import TemaAnalysis
import TemaReport

struct ChartCombinationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "combinations", abstract: "Draw which codes occur together in sets.",
        discussion: "Example: tema chart combinations -c codebook.yaml --at-least 2 articles/ -o combinations.svg")

    @OptionGroup var combination: CombinationOptions
    @Option(help: ArgumentHelp("Maximum number of combinations, the most frequent ones.", valueName: "number"))
    var most = 20
    @OptionGroup var picture: PictureOptions

    func validate() throws {
        guard 1...1000 ~= most else { throw ValidationError("--most must be from 1 to 1,000 combinations") }
    }

    func run() throws {
        // The units of each code are counted from all sets, also from those that are not drawn.
        try picture.draw {
            Combinations(codes: $0, unit: combination.unit, level: $1, from: 1)
        } _: {
            CombinationPicture.chart($0.table(), $1, from: combination.least, most: most, in: $2).picture
        }
    }
}
