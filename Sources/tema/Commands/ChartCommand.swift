import ArgumentParser
import TemaAnalysis
import TemaReport
import TemaStudy

struct ChartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart", abstract: "Draw a chart of a statistic, as SVG or PNG.",
        discussion: "Example: tema chart frequencies -c codebook.yaml articles/ -o frequencies.svg",
        subcommands: [
            ChartFrequenciesCommand.self, ChartCooccurrenceCommand.self, ChartCompareCommand.self,
            ChartSaturationCommand.self, ChartNetworkCommand.self,
        ])
}

struct ChartFrequenciesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frequencies", abstract: "Draw code frequencies as bars.",
        discussion: "Example: tema chart frequencies -c codebook.yaml articles/ -o frequencies.svg")

    @OptionGroup var picture: PictureOptions

    func run() throws {
        try picture.draw {
            Frequencies(codes: $0, level: $1)
        } _: { table, _, language in
            FrequencyPicture.chart(table, most: picture.most, in: language).picture(width: picture.drawnWidth)
        }
    }
}

struct ChartCooccurrenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cooccurrence", abstract: "Draw the co-occurrence of codes as a heat map.",
        discussion: "Example: tema chart cooccurrence -c codebook.yaml --unit section articles/ -o together.svg")

    @Option(help: "Unit that two codes must share.")
    var unit = CooccurrenceUnit.passage
    @Option(help: "n_ab (the number of units with both codes) or jaccard (the c-coefficient).")
    var measure = CooccurrencePicture.Measure.together
    @OptionGroup var picture: PictureOptions

    func run() throws {
        try picture.draw {
            Cooccurrence(codes: $0, unit: unit, level: $1)
        } _: {
            CooccurrencePicture($0, $1, in: $2).map(measure, most: picture.most).picture(width: picture.drawnWidth)
        }
    }
}

struct ChartNetworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network", abstract: "Draw the co-occurrence of codes as a network.",
        discussion: "Example: tema chart network -c codebook.yaml --most 20 articles/ -o network.svg")

    @Option(help: "Unit that two codes must share.")
    var unit = CooccurrenceUnit.passage
    @Option(help: ArgumentHelp("Maximum number of pairs, the most frequent ones.", valueName: "number"))
    var pairs = 80
    @OptionGroup var picture: PictureOptions

    func run() throws {
        try picture.draw {
            Cooccurrence(codes: $0, unit: unit, level: $1)
        } _: {
            CooccurrencePicture($0, $1, in: $2).network(most: picture.most, mostEdges: pairs)
                .picture(width: picture.drawnWidth)
        }
    }
}

struct ChartCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Draw codes across sections, years or other groups.",
        discussion: "Example: tema chart compare -c codebook.yaml --by year --measure percent articles/ -o years.svg")

    enum Look: String, CaseIterable, ExpressibleByArgument {
        case bars, map
    }

    @Option(
        help: ArgumentHelp(
            "article, section, language, kind, year, journal, or a variable of the documents.", valueName: "variable"))
    var by: String
    @Option(help: "Value to compare. Bars of shares have intervals.")
    var measure = ComparisonMeasure.passages
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("bars, or map for a heat map. By default bars for up to 8 groups.", valueName: "form"))
    var look: Look?
    @Option(help: ArgumentHelp("Maximum number of groups, those with the most codes.", valueName: "number"))
    var groups = 40
    @OptionGroup var picture: PictureOptions

    func run() throws {
        let isShare = measure == .percent || measure == .documentsPercent
        try picture.draw {
            Comparison(
                codes: $0, by: ComparisonVariable(by), level: $1, measure: measure,
                view: isShare ? .intervals : .values)
        } _: { table, _, language in
            let comparison = ComparisonPicture(table, in: language)
            let width = picture.drawnWidth
            return switch look ?? (comparison.groupCount > 8 ? .map : .bars) {
            case .bars: comparison.bars(most: picture.most, mostGroups: groups).picture(width: width)
            case .map: comparison.map(most: picture.most, mostGroups: groups).picture(width: width)
            }
        }
    }
}

struct ChartSaturationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "saturation", abstract: "Draw the number of codes by the number of documents.",
        discussion: "Example: tema chart saturation -c codebook.yaml --draws 500 interviews/ -o saturation.svg")

    @OptionGroup var draw: DrawOptions
    @OptionGroup var picture: PictureOptions

    func run() throws {
        try picture.draw {
            Saturation(codes: $0, level: $1, draws: draw.draws, seed: draw.seed)
        } _: { table, _, language in
            SaturationPicture.chart(table, in: language).picture(width: picture.drawnWidth)
        }
    }
}

extension CooccurrencePicture.Measure: ExpressibleByArgument {}
