import HTTPTypes
import Hummingbird

/// Refuses requests whose `Host` header is not exactly one of the workspace's own. It is the only protection against DNS
/// rebinding, in which a foreign page's name leads to this computer.
struct HostGuard: RouterMiddleware {
    typealias Context = WorkspaceContext

    let addresses: Addresses

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        // A second header is left among the other fields.
        guard let host = request.head.authority, addresses.hasHost(host), request.headers[.host] == nil,
            request.head.path?.hasPrefix("/") == true
        else {
            throw RequestFailure(
                .misdirectedRequest, "this address is not that of the workspace",
                suggestion: "use the link that `tema serve` printed")
        }
        return try await next(request, context)
    }
}
