import ArgumentParser
import TemaAnalysis
import TemaReport

struct ChartFrequenciesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frequencies", abstract: "Draw code frequencies as bars.",
        discussion: "Example: tema chart frequencies -c codebook.yaml articles/ -o frequencies.svg")

    @OptionGroup var codes: MostCodesOption
    @OptionGroup var picture: PictureOptions

    func run() throws {
        try picture.draw {
            Frequencies(codes: $0, level: $1)
        } _: {
            FrequencyPicture.chart($0.table(), $1, most: codes.most, in: $2).picture
        }
    }
}
