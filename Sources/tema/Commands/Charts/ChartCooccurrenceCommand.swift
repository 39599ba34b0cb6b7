import ArgumentParser
import TemaAnalysis
import TemaReport

struct ChartCooccurrenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cooccurrence", abstract: "Draw the co-occurrence of codes as a heat map.",
        discussion: "Example: tema chart cooccurrence -c codebook.yaml --unit section articles/ -o together.svg")

    @Option(help: "Unit that two codes must share.")
    var unit = CooccurrenceUnit.passage
    @Option(help: "n_ab (the number of units with both codes) or jaccard (the c-coefficient).")
    var measure = CooccurrencePicture.Measure.together
    @Option(help: "Order of the codes; cluster puts similar ones beside each other.")
    var order = RowOrder.codebook
    @OptionGroup var codes: MostCodesOption
    @OptionGroup var picture: PictureOptions

    func run() throws {
        try picture.draw {
            Cooccurrence(codes: $0, unit: unit, level: $1)
        } _: {
            CooccurrencePicture($0.table(), $1, in: $2).map(measure, most: codes.most, order: order).picture
        }
    }
}

extension CooccurrencePicture.Measure: ExpressibleByArgument {}
extension RowOrder: ExpressibleByArgument {}
