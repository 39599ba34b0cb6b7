import ArgumentParser
import TemaAnalysis
import TemaReport

struct ChartSaturationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "saturation", abstract: "Draw the number of codes by the number of documents.",
        discussion: "Example: tema chart saturation -c codebook.yaml --draws 500 interviews/ -o saturation.svg")

    @OptionGroup var draw: DrawOptions
    @OptionGroup var picture: PictureOptions

    func run() throws {
        try picture.draw {
            Saturation(codes: $0, level: $1, draws: draw.draws, seed: draw.seed)
        } _: {
            SaturationPicture.chart($0.table(), in: $2).picture
        }
    }
}
