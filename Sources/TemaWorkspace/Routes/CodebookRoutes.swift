import Hummingbird
import TemaModel
import TemaPipeline
import TemaStudy

/// The codebook and its edits.
enum CodebookRoutes {
    static func add(to api: API) {
        api.get("codebook", show)
        api.write(.post, "codebook/edits", edit)
        api.ask("codebook/preview", preview)
        api.ask("codebook/trial", trial)
        api.get("suggestions", isSlow: true, suggestions)
    }

    @Sendable private static func show(_ call: Call) throws -> Response {
        guard let codebook = try call.desk.codebook() else {
            return Response(
                .object(["version": .string("0"), "title": .null, "levels": .list([]), "codes": .list([])]), etag: "0")
        }
        let counts = try CodeCounts(call)
        let book = codebook.codes.codebook
        let version = String(codebook.version)
        return Response(
            .object([
                "version": .string(version), "title": .string(book.title.value(in: nil)),
                "levels": .strings(book.levels), "language": .string(book.language),
                "codes": .list(
                    codebook.codes.entries.map { entry in
                        CodeJSON.code(entry, codebook.codes, counts)
                    }),
            ]), etag: version)
    }

    @Sendable private static func edit(_ call: Call) throws -> Response {
        let codebook = try call.desk.codebook()
        let version = String(codebook?.version ?? 0)
        guard let expected = call.ifMatch else {
            throw RequestFailure(.preconditionRequired, "the request does not say which codebook it changes")
        }
        guard expected == version else {
            return Response(
                .object([
                    "what": .string("the codebook has changed in the meantime"), "where": .null,
                    "suggestion": .string("look at the change, and try again"), "version": .string(version),
                ]), status: .preconditionFailed)
        }
        let body = try CodebookEditBody(try call.body, codebook?.codes)
        let result = try call.study.edit(body.edit, moving: body.moving, by: call.person.name)
        return Response(
            .object([
                "action": .number(try call.study.lastAction()),
                "version": .string(String(try call.study.codebookVersion())),
                "recoded": .number(result.recoded), "removed": .number(result.removed),
            ]))
    }

    /// Returns what an edit would touch. Of a blind coder's colleagues only the sum is shown.
    @Sendable private static func preview(_ call: Call) throws -> Response {
        let body = try CodebookEditBody(try call.body, try call.desk.codebook()?.codes)
        let effect = try call.study.preview(body.edit, moving: body.moving)
        let isBlind = try call.desk.visibility(of: call.person).isBlind
        let coders = effect.coders.filter { !isBlind || $0.name == call.person.name }
        return Response(
            .object([
                "codings": .number(isBlind ? coders.reduce(0) { $0 + $1.codings } : effect.codings),
                "documents": isBlind ? .null : .number(effect.documents),
                "coders": .list(coders.map { .object(["name": .string($0.name), "codings": .number($0.codings)]) }),
                "memos": isBlind ? .null : .number(effect.memos), "codes": .number(effect.codes),
                "automatic": .number(effect.automatic), "merged": isBlind ? .null : .number(effect.merged),
                "removed": isBlind ? .null : .number(effect.removed),
            ]))
    }

    @Sendable private static func trial(_ call: Call) throws -> Response {
        var body = try call.body
        let code = try body.text("code")
        let indicators = try CodebookEditBody.indicators(
            try body.optionalObjects("indicators") ?? [], main: call.desk.codebook()?.codes.codebook.language)
        try body.end()
        let trial: IndicatorTrial
        do { trial = try call.desk.reader.trial(of: code, indicators: indicators) } catch {
            guard error.kind == .other else { throw error }
            // A wrong indicator is part of the answer, because people are still writing it.
            return Response(.object(["problem": error.json]))
        }
        return Response(
            .object([
                "matches": .number(trial.matches), "documents": .number(trial.documents),
                "passageCount": .number(trial.passages), "new": .number(trial.new), "lost": .number(trial.lost),
                "problem": trial.warnings.first.map(\.json) ?? .null,
                "passages": .list(
                    trial.first.map { passage in
                        .object([
                            "document": .string(passage.document), "title": .string(passage.title),
                            "passage": .number(passage.passage), "start": .number(passage.span.lowerBound),
                            "end": .number(passage.span.upperBound), "before": .string(passage.before),
                            "quote": .string(passage.quote), "after": .string(passage.after),
                            "isNew": .flag(passage.isNew),
                        ])
                    }),
            ]))
    }

    @Sendable private static func suggestions(_ call: Call) throws -> Response {
        guard let code = call.query["code"] else { throw RequestFailure(.badRequest, "there is no code") }
        // A blind coder learns from their own codings only.
        let isBlind = try call.desk.visibility(of: call.person).isBlind
        if isBlind, try !call.study.coders().contains(where: { $0.coder == call.person.name }) {
            return Response(
                .object([
                    "code": .string(code), "trained": .number(0), "heldOut": .number(0), "suggestions": .list([]),
                ]))
        }
        let result = try call.desk.reader.suggestions(for: code, by: isBlind ? call.person.name : nil)
        return Response(
            .object([
                "code": .string(result.code), "trained": .number(result.trained), "heldOut": .number(result.heldOut),
                "suggestions": .list(
                    result.suggestions.map { found in
                        .object([
                            "indicator": .string(found.indicator), "inCode": .number(found.inCode),
                            "inRest": .number(found.inRest), "keyness": .number(found.keyness),
                            "precision": found.precision.map {
                                .object(["right": .number($0.right), "matches": .number($0.matches)])
                            } ?? .null, "adds": .number(found.adds),
                        ])
                    }),
            ]))
    }
}
