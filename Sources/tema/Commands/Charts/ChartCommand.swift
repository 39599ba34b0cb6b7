import ArgumentParser

struct ChartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart", abstract: "Draw a chart of a statistic, as SVG or PNG.",
        discussion: "Example: tema chart frequencies -c codebook.yaml articles/ -o frequencies.svg",
        subcommands: [
            ChartFrequenciesCommand.self, ChartCooccurrenceCommand.self, ChartNetworkCommand.self,
            ChartCombinationsCommand.self, ChartCompareCommand.self, ChartFlowsCommand.self,
            ChartPortraitCommand.self, ChartSaturationCommand.self,
        ])
}
