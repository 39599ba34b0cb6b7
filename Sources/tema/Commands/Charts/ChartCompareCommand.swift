import ArgumentParser
import TemaAnalysis
import TemaReport

struct ChartCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Draw codes across sections, years or other groups.",
        discussion: "Example: tema chart compare -c codebook.yaml --by year --measure percent articles/ -o years.svg")

    enum Look: String, CaseIterable, ExpressibleByArgument {
        case bars, map
    }

    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup var most: MostGroupsOption
    @Option(
        help:
            "Value to compare. Bars of shares have intervals. By default passages, or percent if the groups differ in size."
    )
    var measure: ComparisonMeasure?
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("bars, or map for a heat map. By default bars for up to 8 groups.", valueName: "form"))
    var look: Look?
    @Option(help: "Order of the codes; cluster puts similar ones beside each other.")
    var order = RowOrder.codebook
    @OptionGroup var codes: MostCodesOption
    @OptionGroup var picture: PictureOptions

    func run() throws {
        try picture.draw(comparison, measure, view: measure?.isShare ?? true ? .intervals : .values) { comparison in
            switch look ?? (comparison.groupCount > 8 ? .map : .bars) {
            case .bars: comparison.bars(most: codes.most, mostGroups: most.groups, order: order).picture
            case .map: comparison.map(most: codes.most, mostGroups: most.groups, order: order).picture
            }
        }
    }
}
