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
        "frequencies": { request in
            let counts = try request.count(Frequencies(codes: request.corpus.codes, level: request.level))
            return FrequencyPicture.chart(
                counts.table(), request.corpus.codes, most: mostCodes, in: request.language
            ).picture
        },
        "cooccurrence": { try pairs($0).map(.together, most: mostCodes).picture },
        "network": { try pairs($0).network(.jaccard, most: mostCodes, mostEdges: 80, strongest: 3).picture },
        "compare": { request in
            let compared = try comparison(request, .intervals)
            return compared.groupCount > 8
                ? compared.map(most: mostCodes, mostGroups: mostGroups).picture
                : compared.bars(most: mostCodes, mostGroups: mostGroups).picture
        },
        "flows": { try comparison($0, .values).flows(most: mostCodes, mostGroups: mostGroups).picture },
        "combinations": { request in
            let sets = Combinations(
                codes: request.corpus.codes, unit: try request.query.choice("unit") ?? .passage, level: request.level,
                from: 1)
            return CombinationPicture.chart(
                try request.count(sets).table(), request.corpus.codes, from: 2, most: 20, in: request.language
            ).picture
        },
        "saturation": { request in
            let counts = try request.count(Saturation(codes: request.corpus.codes, level: request.level))
            return SaturationPicture.chart(counts.table(), in: request.language).picture
        },
        "portrait": { request in
            let portrait = DocumentPortrait(
                codes: request.corpus.codes, document: request.query["document"], level: request.level)
            return PortraitPicture.chart(
                try request.count(portrait).table(), request.corpus.codes, most: mostCodes, in: request.language
            ).picture
        },
    ]

    static func add(to api: API) { api.get("charts/:name", draw) }

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
