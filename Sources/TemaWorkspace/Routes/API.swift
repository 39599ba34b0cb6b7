import HTTPTypes
import Hummingbird
import TemaModel
import TemaPipeline
import TemaStudy

/// The routes below `/api/v1`. Each is a function from a call to an answer, which may block.
struct API {
    private let routes: RouterGroup<WorkspaceContext>
    private let desk: StudyDesk
    private let watcher: ChangeWatcher

    init(_ routes: RouterGroup<WorkspaceContext>, _ desk: StudyDesk, _ watcher: ChangeWatcher) {
        (self.routes, self.desk, self.watcher) = (routes, desk, watcher)
    }

    /// Adds a route that reads.
    ///
    /// - Parameter isSlow: Whether it may take longer than a person notices.
    func get(
        _ path: RouterPath, isSlow: Bool = false, _ answer: @escaping @Sendable (Call) throws -> Response
    ) {
        routes.get(path) { [desk] request, context in
            let call = try Call(request, context, body: nil, desk)
            return try await desk.run(isSlow: isSlow) { try answer(call) }
        }
    }

    /// Adds a route that reads but has a body, because its parameters are long.
    func ask(_ path: RouterPath, _ answer: @escaping @Sendable (Call) throws -> Response) {
        add(path, .post, answer, isWriting: false)
    }

    /// Adds a route that writes. All listeners receive its action.
    func write(
        _ method: HTTPRequest.Method, _ path: RouterPath, _ answer: @escaping @Sendable (Call) throws -> Response
    ) { add(path, method, answer, isWriting: true) }

    private func add(
        _ path: RouterPath, _ method: HTTPRequest.Method,
        _ answer: @escaping @Sendable (Call) throws -> Response, isWriting: Bool
    ) {
        routes.on(path, method: method) { [desk, watcher] request, context in
            let body = method == .delete ? nil : try await RequestBody(request)
            let call = try Call(request, context, body: body, desk)
            let response = try await desk.run(isSlow: !isWriting) {
                if isWriting { try desk.checkFile() }
                return try answer(call)
            }
            // The answer need not wait until the listeners have received the action.
            if isWriting { Task { await watcher.sendNew() } }
            return response
        }
    }
}

/// A request of a signed-in person, with what its answer needs.
struct Call: Sendable {
    let person: Person
    let query: Query
    /// The version in the `If-Match` header, without quotation marks.
    let ifMatch: String?
    let desk: StudyDesk
    private let parameters: Parameters
    private let given: RequestBody?

    init(_ request: Request, _ context: WorkspaceContext, body: RequestBody?, _ desk: StudyDesk) throws {
        self.desk = desk
        person = try context.person
        query = try Query(request)
        ifMatch = request.headers[.ifMatch].map { $0.filter { $0 != "\"" } }
        (parameters, given) = (context.parameters, body)
    }

    /// The members of the body.
    var body: RequestBody {
        get throws {
            guard let given else { throw RequestFailure(.badRequest, "the request has no body") }
            return given
        }
    }

    var study: Study { desk.study }

    /// Returns the present path of a code, which may have been renamed or moved since the page read the codebook.
    ///
    /// - Throws: A ``Problem`` if there is no such code.
    func code(_ path: String) throws -> String {
        if try desk.codebook()?.codes.entries.contains(where: { $0.path == path }) == true { return path }
        guard let current = try study.currentPath(ofCode: path) else {
            throw Problem("the codebook has no code \(path)", kind: .missing, suggestion: "choose another code")
        }
        return current
    }

    /// Returns a part of the path, decoded.
    func part(_ name: String) throws -> String {
        try PercentEncoding.decoded(parameters.get(name) ?? "", plusIsSpace: false)
    }
}
