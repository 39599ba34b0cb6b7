import Hummingbird
import TemaModel
import TemaPipeline
import TemaStudy

/// The codebook and its edits.
enum CodebookRoutes {
    static func add(to api: API) {
        api.get("codebook", show)
        api.write(.post, "codebook/edits", edit)
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
}
