import HTTPTypes
import Hummingbird

/// Refuses requests without a valid token, and finds the person whose token it is.
struct TokenGuard: RouterMiddleware {
    typealias Context = WorkspaceContext

    let tokens: Tokens

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let scheme = "Bearer "
        guard let header = request.headers[.authorization], header.hasPrefix(scheme),
            let person = tokens.person(with: header.dropFirst(scheme.count))
        else {
            throw RequestFailure(
                .unauthorized, "the link is not valid any more", suggestion: "use the newest link of `tema serve`")
        }
        var context = context
        context.signedIn = person
        return try await next(request, context)
    }
}
