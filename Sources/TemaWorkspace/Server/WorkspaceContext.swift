import Hummingbird

/// The context of a request: the person who sent it.
struct WorkspaceContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The person, once ``TokenGuard`` has found it.
    var signedIn: Person?

    init(source: ApplicationRequestContextSource) { self.init(from: source) }

    init(from source: some RequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }

    /// The person who sent the request.
    ///
    /// - Throws: A ``RequestFailure`` if ``TokenGuard`` does not protect the route.
    var person: Person {
        get throws {
            guard let signedIn else { throw RequestFailure(.unauthorized, "the request has no token") }
            return signedIn
        }
    }
}
