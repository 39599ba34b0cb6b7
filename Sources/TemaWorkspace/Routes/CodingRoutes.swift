import Hummingbird
import TemaModel
import TemaPipeline
import TemaStudy

/// Coding by hand, and deciding on automatic codings.
enum CodingRoutes {
    static func add(to api: API) {
        api.write(.put, "codings/:id", tag)
        api.write(.patch, "codings/:id", change)
        api.write(.delete, "codings/:id", untag)
        api.write(.put, "decisions", decide)
    }

    @Sendable private static func tag(_ call: Call) throws -> Response {
        var body = try call.body
        let (document, hash) = (try body.text("document"), try body.text("hash"))
        let span = try self.span(&body)
        let (quote, codes) = (try body.text("quote"), try body.texts("codes"))
        let memo = try body.optionalText("memo")
        try body.end()
        let id = try call.part("id")
        let result = try call.study.tag(
            document, .span(span), codes: codes.map { try call.code($0) },
            by: call.person.name, memo: memo, id: id, hash: hash, quote: quote)
        return try answer(result.codings, call, status: result.isNew ? .created : .ok)
    }

    @Sendable private static func change(_ call: Call) throws -> Response {
        var body = try call.body
        let id = try call.part("id")
        var codings: [HandCoding] = []
        if body.has("start") {
            let span = try self.span(&body)
            let (hash, quote) = (try body.text("hash"), try body.text("quote"))
            codings = [
                try call.study.resize(id, to: .span(span), by: call.person.name, hash: hash, quote: quote)
            ]
        }
        if let code = try body.optionalText("code") {
            codings = try call.study.recode([id], to: try call.code(code), by: call.person.name)
        }
        try body.end()
        return try answer(codings, call)
    }

    @Sendable private static func untag(_ call: Call) throws -> Response {
        _ = try call.study.untag([try call.part("id")], by: call.person.name)
        return try answer([], call)
    }

    @Sendable private static func decide(_ call: Call) throws -> Response {
        var body = try call.body
        let (document, passage) = (try body.text("document"), try body.number("passage"))
        let code = try body.text("code")
        let verdict = try body.optionalText("verdict")
        try body.end()
        guard let verdict = Verdict(rawValue: verdict ?? "") else {
            throw RequestFailure(.badRequest, "“verdict” must be accepted or rejected")
        }
        _ = try call.study.decide(
            verdict, AutomaticChoice(document: document, passage: passage, code: code), by: call.person.name,
            overriding: true)
        return try answer([], call)
    }

    private static func span(_ body: inout RequestBody) throws -> Range<Int> {
        let (start, end) = (try body.number("start"), try body.number("end"))
        guard start < end else { throw RequestFailure(.badRequest, "“end” must be greater than “start”") }
        return start..<end
    }

    private static func answer(_ codings: [HandCoding], _ call: Call, status: HTTPResponse.Status = .ok) throws
        -> Response
    {
        let json = try codings.map { try call.desk.document($0.document).json($0) }
        return Response(
            .object(["action": .number(try call.study.lastAction()), "codings": .list(json)]), status: status)
    }
}
