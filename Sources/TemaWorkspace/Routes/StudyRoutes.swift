import Hummingbird
import TemaModel
import TemaPipeline
import TemaStudy

/// The study as a whole: its name, its coders, and what the signed-in person may do.
enum StudyRoutes {
    static func add(to api: API) { api.get("study", show) }

    @Sendable private static func show(_ call: Call) throws -> Response {
        let visibility = try call.desk.visibility(of: call.person)
        let coders = try call.study.coders().filter { $0.coder == call.person.name || !visibility.isBlind }
        let path = call.study.path
        return Response(
            .object([
                "name": .string(StudyPath.name(of: path)), "commandName": .string(path),
                "action": .number(try call.study.lastAction()), "coder": .string(call.person.name),
                "isCoordinator": .flag(call.person.isCoordinator || visibility.isCoordinator),
                "isBlind": .flag(visibility.isBlind),
                "coders": .list(
                    coders.map { coder in
                        .object([
                            "name": .string(coder.coder), "codings": .number(coder.codings),
                            "documents": .number(coder.documents), "done": .number(coder.done),
                            "last": .string(coder.last),
                        ])
                    }),
            ]))
    }
}
