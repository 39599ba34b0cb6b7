import ArgumentParser
import TemaAnalysis
import TemaReport

struct ChartNetworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network", abstract: "Draw the co-occurrence of codes as a network.",
        discussion: "Example: tema chart network -c codebook.yaml --most 20 articles/ -o network.svg")

    @Option(help: "Unit that two codes must share.")
    var unit = CooccurrenceUnit.passage
    @Option(help: "Association by which lines are chosen and drawn: jaccard (the c-coefficient) or npmi.")
    var measure = CooccurrencePicture.Association.jaccard
    @Option(help: ArgumentHelp("Number of the strongest pairs of each code that have a line.", valueName: "number"))
    var strongest = 3
    @Option(help: ArgumentHelp("Maximum number of pairs; the strongest of each code come first.", valueName: "number"))
    var pairs = 80
    @OptionGroup var codes: MostCodesOption
    @OptionGroup var picture: PictureOptions

    func validate() throws {
        guard 1...100 ~= strongest else { throw ValidationError("--strongest must be from 1 to 100 pairs") }
        guard 1...1000 ~= pairs else { throw ValidationError("--pairs must be from 1 to 1,000 pairs") }
    }

    func run() throws {
        try picture.draw {
            Cooccurrence(codes: $0, unit: unit, level: $1)
        } _: {
            CooccurrencePicture($0.table(), $1, in: $2)
                .network(measure, most: codes.most, mostEdges: pairs, strongest: strongest).picture
        }
    }
}

extension CooccurrencePicture.Association: ExpressibleByArgument {}
