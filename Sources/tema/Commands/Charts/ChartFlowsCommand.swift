import ArgumentParser
import TemaAnalysis
import TemaReport

struct ChartFlowsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flows", abstract: "Draw codes and groups as flows.",
        discussion: "Example: tema chart flows -c codebook.yaml --by section --most 12 articles/ -o flows.svg")

    enum Measure: String, CaseIterable, ExpressibleByArgument {
        case passages, documents, hits

        var comparison: ComparisonMeasure {
            switch self {
            case .passages: .passages
            case .documents: .documents
            case .hits: .hits
            }
        }
    }

    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup var most: MostGroupsOption
    @Option(help: "What the width of a ribbon counts.")
    var measure = Measure.passages
    @OptionGroup var codes: MostCodesOption
    @OptionGroup var picture: PictureOptions

    func run() throws {
        try picture.draw(comparison, measure.comparison, view: .values) {
            $0.flows(most: codes.most, mostGroups: most.groups).picture
        }
    }
}
