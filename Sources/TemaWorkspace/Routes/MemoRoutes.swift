import Hummingbird
import TemaModel
import TemaStudy

/// Memos on the study, its documents, codes and codings.
enum MemoRoutes {
    static func add(to api: API) {
        api.get("memos", list)
        api.write(.put, "memos/:id", write)
        api.write(.delete, "memos/:id", remove)
    }

    @Sendable private static func list(_ call: Call) throws -> Response {
        let target: Memo.Target? = try call.query.choice("target")
        let subject = call.query["subject"]
        let visibility = try call.desk.visibility(of: call.person)
        let documents = try MemoDocuments(call.study)
        let memos = try call.study.memos().filter { memo in
            (target == nil || memo.target == target) && (subject == nil || memo.subject == subject)
                && visibility.sees(memo, in: documents[memo])
        }
        return Response(.object(["memos": .list(memos.map { JSON($0) })]))
    }

    @Sendable private static func write(_ call: Call) throws -> Response {
        var body = try call.body
        guard let target = Memo.Target(rawValue: try body.text("target")) else {
            throw RequestFailure(.badRequest, "“target” must be study, document, code or coding")
        }
        let subject = try body.optionalText("subject") ?? ""
        let text = try body.text("text")
        try body.end()
        let memo = try call.study.note(
            text, on: target, subject: target == .code ? try call.code(subject) : subject, by: call.person.name,
            id: try call.part("id"))
        return Response(.object(["action": .number(try call.study.lastAction()), "memo": JSON(memo)]))
    }

    @Sendable private static func remove(_ call: Call) throws -> Response {
        _ = try call.study.removeMemos([try call.part("id")], by: call.person.name)
        return Response(.object(["action": .number(try call.study.lastAction())]))
    }
}

/// The documents that memos are on, directly or through a coding.
struct MemoDocuments {
    private let documents: [String: String]

    /// - Throws: A ``Problem`` if the study cannot be read.
    init(_ study: Study) throws(Problem) { documents = try study.documentsOfCodingMemos() }

    /// The id of a memo's document; nil for a memo on a code or the study.
    subscript(memo: Memo) -> String? {
        switch memo.target {
        case .document: memo.subject
        case .coding: documents[memo.subject]
        case .code, .study: nil
        }
    }
}
