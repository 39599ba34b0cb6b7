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
        let id = try call.part("id")
        do { _ = try call.study.untag([id], by: call.person.name) } catch {
            // A repeated request: the coding is gone already.
            guard error.kind == .missing, try call.study.hasRemoved(coding: id) else { throw error }
        }
        return try answer([], call)
    }

    @Sendable private static func decide(_ call: Call) throws -> Response {
        var body = try call.body
        let (document, passage) = (try body.text("document"), try body.number("passage"))
        let code = try call.code(try body.text("code"))
        let name = try body.optionalText("verdict")
        try body.end()
        let verdict = name.flatMap { Verdict(rawValue: $0) }
        guard name == nil || verdict != nil else {
            throw RequestFailure(.badRequest, "“verdict” must be accepted, rejected or null")
        }
        let before = try call.study.lastAction()
        let opened = try call.desk.document(document)
        guard let coding = try call.desk.codebook()?.automaticCoding(of: opened, passage: passage, code: code) else {
            throw Problem("the codebook does not find \(code) in this passage", kind: .missing)
        }
        _ = try call.study.decide(verdict, on: coding, by: call.person.name)
        let changes = try call.study.changes(after: before).filter { $0.action.coder == call.person.name }
        return try answer(changes.flatMap(\.codings), call, gone: changes.flatMap(\.endedCodings))
    }

    private static func span(_ body: inout RequestBody) throws -> Range<Int> {
        let (start, end) = (try body.number("start"), try body.number("end"))
        guard start < end else { throw RequestFailure(.badRequest, "“end” must be greater than “start”") }
        return start..<end
    }

    private static func answer(
        _ codings: [HandCoding], _ call: Call, gone: [HandCoding] = [], status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let json = try codings.map { try call.desk.document($0.document).json($0) }
        return Response(
            .object([
                "action": .number(try call.study.lastAction()), "codings": .list(json),
                "gone": .strings(gone.map(\.id)),
            ]), status: status)
    }
}
