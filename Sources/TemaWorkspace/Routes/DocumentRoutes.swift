import Hummingbird
import TemaModel
import TemaPipeline
import TemaStudy

/// Documents and the codings in them.
enum DocumentRoutes {
    static func add(to api: API) {
        api.get("documents", list)
        api.get("documents/:id", show)
        api.get("documents/:id/codings", codings)
        api.write(.put, "done/:id", mark)
    }

    @Sendable private static func list(_ call: Call) throws -> Response {
        let visibility = try call.desk.visibility(of: call.person)
        let me = call.person.name
        var rows: [JSON] = []
        let assigned = Dictionary(grouping: try call.study.assignments(), by: \.document)
        for id in try call.study.documentIDs() {
            let document = try call.desk.outline(id)
            let progress = try call.study.progress(in: document)
            let own = progress[me] ?? CodingProgress()
            let seen = progress.filter { visibility.sees($0.key, in: id) }
            let toCode = document.passages.indices.filter {
                PassageKind.codedByDefault.contains(document.passages[$0].kind)
            }
            rows.append(
                .object([
                    "id": .string(id), "title": .string(document.metadata.title),
                    "author": .string(DocumentJSON.author(of: document)), "year": .number(document.metadata.year),
                    "passages": .number(document.passages.count), "toCode": .number(toCode.count),
                    "coded": .number(toCode.count { own.passages.contains($0) }),
                    "codings": .number(seen.values.reduce(0) { $0 + $1.codings }),
                    "toReview": .number(own.toReview),
                    "done": .strings(seen.filter(\.value.isDone).keys.sorted()),
                    "assigned": .strings((assigned[id] ?? []).map(\.coder).filter { $0 == me || !visibility.isBlind }),
                    "isOpen": .flag(visibility.hasBeenOpened(id)), "variables": DocumentJSON.variables(of: document),
                    "next": .number(toCode.first { !own.passages.contains($0) }),
                ]))
        }
        return Response(.object(["action": .number(try call.study.lastAction()), "documents": .list(rows)]))
    }

    @Sendable private static func show(_ call: Call) throws -> Response {
        Response(DocumentJSON.document(try call.desk.document(try call.part("id"))))
    }

    @Sendable private static func codings(_ call: Call) throws -> Response {
        let id = try call.part("id")
        // Read before the rest, so that a change in the meantime is only received twice.
        let action = try call.study.lastAction()
        let opened = try call.desk.document(id)
        let visibility = try call.desk.visibility(of: call.person)
        func isSeen(_ coder: String) -> Bool { visibility.sees(coder, in: id) }
        let codings = try call.study.codings(of: id).filter { isSeen($0.coder) }
        let known = Set(codings.map(\.id))
        let memos = try call.study.memos().filter { memo in
            isSeen(memo.coder)
                && (memo.target == .document && memo.subject == id
                    || memo.target == .coding && known.contains(memo.subject))
        }
        var automatic: [JSON] = []
        if let codebook = try call.desk.codebook() {
            automatic = opened.automatic(
                codebook.code(opened.document), codebook.codes,
                try call.study.decisions(on: opened.document).filter { isSeen($0.coder) })
        }
        let done = try call.study.doneMarks(on: id).map(\.coder).filter(isSeen)
        return Response(
            .object([
                "action": .number(action), "codings": .list(codings.map(opened.json)), "automatic": .list(automatic),
                "memos": .list(memos.map { JSON($0) }), "done": .strings(done),
            ]))
    }

    @Sendable private static func mark(_ call: Call) throws -> Response {
        var body = try call.body
        let isDone = try body.flag("done")
        try body.end()
        _ = try call.study.mark([try call.part("id")], done: isDone, by: call.person.name)
        return Response(.object(["action": .number(try call.study.lastAction())]))
    }
}
