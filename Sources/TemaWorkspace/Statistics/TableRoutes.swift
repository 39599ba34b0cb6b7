import Hummingbird
import TemaAnalysis
import TemaModel
import TemaPipeline
import TemaStudy

/// The tables of the statistics. A new one is one line in the list.
enum TableRoutes {
    private typealias Make = @Sendable (StatisticRequest) throws -> Table

    private static let tables: [String: Make] = [
        "frequencies": { try $0.count(Frequencies(codes: $0.corpus.codes, level: $0.level)).table() },
        "cooccurrence": { request in
            try request.count(
                Cooccurrence(
                    codes: request.corpus.codes, unit: try request.query.choice("unit") ?? .passage,
                    level: request.level)
            ).table()
        },
        "combinations": { request in
            try request.count(
                Combinations(
                    codes: request.corpus.codes, unit: try request.query.choice("unit") ?? .passage,
                    level: request.level, from: 2)
            ).table()
        },
        "compare": { try $0.comparison().table() },
        "saturation": { try $0.count(Saturation(codes: $0.corpus.codes, level: $0.level)).table() },
    ]

    static func add(to api: API) {
        api.get("tables/:statistic", isSlow: true, show)
        api.get("agreement", isSlow: true, agreement)
    }

    @Sendable private static func show(_ call: Call) throws -> Response {
        let name = try call.part("statistic")
        guard let make = tables[name] else {
            throw RequestFailure(
                .notFound, "unknown statistic “\(name)”",
                suggestion: "one of \(tables.keys.sorted().joined(separator: ", "))")
        }
        let isOfCoders = name == "compare" && call.query["by"] == "coder"
        let request = try StatisticRequest(call, [name], usual: isOfCoders ? .hand(.everyone) : .final)
        return try answer(call) {
            (try make(request), request.command, request.corpus.notes, request.language)
        }
    }

    @Sendable private static func agreement(_ call: Call) throws -> Response {
        let visibility = try call.desk.visibility(of: call.person)
        guard !visibility.isBlind else {
            throw RequestFailure(
                .forbidden, "agreement is hidden while coding is blind",
                suggestion: "mark your documents as done, or ask the coordinator to open them")
        }
        let unit: CodingUnit = try call.query.choice("unit") ?? .passage
        var command = CommandLineText(["tema", "agreement", call.study.path])
        command.add("unit", call.query["unit"])
        command.add("coders", call.query["coders"])
        let coders = call.query["coders"]?.split(separator: ",").map(String.init)
        let language = call.query.language
        return try answer(call) {
            let marked = try HandCodedCorpus(call.desk.reader)
            let found = try marked.agreement(
                unit: unit, level: try call.query["level"].map { try marked.codes.depth(ofLevel: $0) }, coders: coders)
            return (AgreementTable(Bootstrap(draws: 200, seed: 1)).codes(found), command, [], language)
        }
    }

    /// Returns a table that describes one state of the study. If someone codes while it is counted, it is counted again once.
    private static func answer(
        _ call: Call, _ make: () throws -> (Table, CommandLineText, [Phrase], DisplayLanguage)
    ) throws -> Response {
        let before = try call.study.lastAction()
        var made = try make()
        if try call.study.lastAction() != before { made = try make() }
        let (table, command, notes, language) = made
        return Response(
            TableJSON(table: table, language: language).object(command: command, notes: notes, action: before))
    }
}
