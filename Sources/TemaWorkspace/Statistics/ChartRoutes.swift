import HTTPTypes
import Hummingbird
import NIOCore
import TemaAnalysis
import TemaCharts
import TemaModel
import TemaReport

/// The charts of the statistics, as SVG. A new one is one line in the list.
enum ChartRoutes {
    private typealias Make = @Sendable (StatisticRequest) throws -> (Double) -> Picture

    private static let mostCodes = 40
    private static let mostGroups = 40

    private static let charts: [String: Make] = [
        "frequencies": frequencies, "cooccurrence": cooccurrence, "network": network, "compare": compare,
        "flows": flows, "combinations": combinations, "saturation": saturation, "portrait": portrait,
    ]

    static func add(to api: API) { api.get("charts/:name", isSlow: true, draw) }

    @Sendable private static func draw(_ call: Call) throws -> Response {
        let name = try call.part("name")
        guard let make = charts[name] else {
            throw RequestFailure(
                .notFound, "unknown chart “\(name)”",
                suggestion: "one of \(charts.keys.sorted().joined(separator: ", "))")
        }
        let width = try call.query.number("width", in: 300...4000) ?? 720
        let isOfCoders = call.query["by"] == "coder"
        let request = try StatisticRequest(call, ["chart", name], usual: isOfCoders ? .hand(.everyone) : .final)
        var picture = try make(request)(Double(width) - 2 * Picture.margin)
        picture.language = request.language.tag
        return Response(
            status: .ok, headers: [.contentType: "image/svg+xml"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: picture.file)))
    }

    @Sendable private static func frequencies(_ request: StatisticRequest) throws -> (Double) -> Picture {
        let counts = try request.count(Frequencies(codes: request.corpus.codes, level: request.level))
        return FrequencyPicture.chart(counts.table(), request.corpus.codes, most: mostCodes, in: request.language)
            .picture
    }

    @Sendable private static func cooccurrence(_ request: StatisticRequest) throws -> (Double) -> Picture {
        try pairs(request).map(.together, most: mostCodes).picture
    }

    @Sendable private static func network(_ request: StatisticRequest) throws -> (Double) -> Picture {
        try pairs(request).network(.jaccard, most: mostCodes, mostEdges: 80, strongest: 3).picture
    }

    @Sendable private static func compare(_ request: StatisticRequest) throws -> (Double) -> Picture {
        let compared = try comparison(request, .intervals)
        guard compared.groupCount > 8 else { return compared.bars(most: mostCodes, mostGroups: mostGroups).picture }
        return compared.map(most: mostCodes, mostGroups: mostGroups).picture
    }

    @Sendable private static func flows(_ request: StatisticRequest) throws -> (Double) -> Picture {
        try comparison(request, .values).flows(most: mostCodes, mostGroups: mostGroups).picture
    }

    @Sendable private static func combinations(_ request: StatisticRequest) throws -> (Double) -> Picture {
        let codes = request.corpus.codes
        let counts = try request.count(
            Combinations(
                codes: codes, unit: try request.query.choice("unit") ?? .passage, level: request.level, from: 1))
        return CombinationPicture.chart(counts.table(), codes, from: 2, most: 20, in: request.language).picture
    }

    @Sendable private static func saturation(_ request: StatisticRequest) throws -> (Double) -> Picture {
        let counts = try request.count(Saturation(codes: request.corpus.codes, level: request.level))
        return SaturationPicture.chart(counts.table(), in: request.language).picture
    }

    @Sendable private static func portrait(_ request: StatisticRequest) throws -> (Double) -> Picture {
        let codes = request.corpus.codes
        let counts = try request.count(
            DocumentPortrait(codes: codes, document: request.query["document"], level: request.level))
        return PortraitPicture.chart(counts.table(), codes, most: mostCodes, in: request.language).picture
    }

    private static func pairs(_ request: StatisticRequest) throws -> CooccurrencePicture {
        let counts = try request.count(
            Cooccurrence(
                codes: request.corpus.codes, unit: try request.query.choice("unit") ?? .passage, level: request.level))
        return CooccurrencePicture(counts.table(), request.corpus.codes, in: request.language)
    }

    private static func comparison(_ request: StatisticRequest, _ view: Comparison.View) throws -> ComparisonPicture {
        ComparisonPicture(
            try request.comparison(usualView: view), request.corpus.codes, in: request.language)
    }
}
