import Hummingbird
import TemaAnalysis
import TemaModel
import TemaPipeline
import TemaStudy

/// Work as a team: disagreements and their outcomes, and the blind rule.
enum TeamRoutes {
    static func add(to api: API) {
        api.get("disagreements", isSlow: true, disagreements)
        api.write(.put, "reconciliations/:id", reconcile)
        api.write(.put, "rules/blind", setBlind)
        api.write(.put, "rules/open/:id", setOpen)
    }

    @Sendable private static func disagreements(_ call: Call) throws -> Response {
        let unit: CodingUnit = try call.query.choice("unit") ?? .passage
        let visibility = try call.desk.visibility(of: call.person)
        let coders = call.query["coders"]?.split(separator: ",").map(String.init)
        let found: DisagreementList
        do { found = try call.desk.reader.disagreements(unit: unit, coders: coders) } catch {
            // Why there are none tells a blind coder who has coded.
            guard visibility.isBlind else { throw error }
            return Response(
                .object([
                    "coders": .strings([]), "unit": .string(unit.rawValue), "total": .number(0), "decided": .number(0),
                    "hidden": .number(0), "disagreements": .list([]),
                ]))
        }
        // A unit is shown if the work of all coders in its document may be seen.
        let seen = found.units.filter { unit in found.coders.allSatisfy { visibility.sees($0, in: unit.document) } }
        let rows = try seen.map { unit in
            let opened = try call.desk.document(unit.document)
            let (context, place) = (QuoteContextText(unit.span, opened.document), opened.offsets.scalars(unit.span))
            return JSON.object([
                "id": .string(unit.id), "document": .string(unit.document),
                "title": .string(opened.document.metadata.title), "hash": .string(unit.hash),
                "passage": .number(unit.passage), "start": .number(place.lowerBound), "end": .number(place.upperBound),
                "text": .string(unit.text), "before": .string(context.before), "after": .string(context.after),
                "codes": .object(unit.codes.mapValues { .strings($0) }),
                "outcome": unit.outcome.map(outcome) ?? .null,
            ])
        }
        // A blind coder does not even learn who has coded.
        let known = Set(seen.flatMap(\.codes.keys))
        let shown = visibility.isBlind ? found.coders.filter(known.contains) : found.coders
        return Response(
            .object([
                "coders": .strings(shown), "unit": .string(unit.rawValue), "total": .number(seen.count),
                "decided": .number(seen.count { $0.outcome != nil }),
                "hidden": .number(visibility.isBlind ? 0 : found.total - seen.count), "disagreements": .list(rows),
            ]))
    }

    private static func outcome(_ outcome: Reconciliation) -> JSON {
        .object([
            "choice": .string(outcome.choice.rawValue), "codes": .strings(outcome.codes),
            "note": .string(outcome.note), "coder": .string(outcome.coder), "at": .string(outcome.at),
        ])
    }

    @Sendable private static func reconcile(_ call: Call) throws -> Response {
        var body = try call.body
        let (document, hash) = (try body.text("document"), try body.text("hash"))
        let (start, end) = (try body.number("start"), try body.number("end"))
        let codes = try body.texts("codes").map { try call.code($0) }
        guard let choice = Reconciliation.Choice(rawValue: try body.text("choice")) else {
            throw RequestFailure(.badRequest, "“choice” must be one, other, both, neither or own")
        }
        let note = try body.optionalText("note") ?? ""
        try body.end()
        guard try call.desk.visibility(of: call.person).isOpen(document) else {
            throw RequestFailure(.forbidden, "the codings of others in this document are hidden while coding is blind")
        }
        let offsets = try call.desk.document(document).offsets
        guard start < end, let from = offsets.utf8(at: start), let to = offsets.utf8(at: end) else {
            throw RequestFailure(.badRequest, "\(start)-\(end) is not a span of \(document)")
        }
        let made = try call.study.reconcile(
            id: try call.part("id"), document: document, hash: hash, span: from..<to, codes: codes, choice: choice,
            note: note, by: call.person.name)
        return Response(.object(["action": .number(try call.study.lastAction()), "outcome": outcome(made)]))
    }

    @Sendable private static func setBlind(_ call: Call) throws -> Response {
        var body = try call.body
        let isOn = try body.flag("on")
        try body.end()
        try checkCoordinator(call)
        _ = try call.study.setBlind(isOn, by: call.person.name)
        return Response(.object(["action": .number(try call.study.lastAction())]))
    }

    @Sendable private static func setOpen(_ call: Call) throws -> Response {
        var body = try call.body
        let isOpen = try body.flag("open")
        try body.end()
        try checkCoordinator(call)
        _ = try call.study.setOpen([try call.part("id")], isOpen: isOpen, by: call.person.name)
        return Response(.object(["action": .number(try call.study.lastAction())]))
    }

    private static func checkCoordinator(_ call: Call) throws {
        guard try call.person.isCoordinator || call.desk.visibility(of: call.person).isCoordinator else {
            throw RequestFailure(.forbidden, "only a coordinator can do this", suggestion: "ask your coordinator")
        }
    }
}
