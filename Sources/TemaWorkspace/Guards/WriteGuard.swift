import HTTPTypes
import Hummingbird

/// Refuses writing requests from other sites, and requests that a form could send.
struct WriteGuard: RouterMiddleware {
    typealias Context = WorkspaceContext

    let addresses: Addresses

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let reading: [HTTPRequest.Method] = [.get, .head]
        // The first visit follows a link that may be in a mail or a terminal.
        let isPage = reading.contains(request.method) && !request.uri.path.hasPrefix("/api/")
        if !isPage, let site = request.headers[.secFetchSite], site != "same-origin" {
            throw RequestFailure(.forbidden, "the request comes from another site")
        }
        if !reading.contains(request.method) {
            guard let origin = request.headers[.origin], addresses.hasOrigin(origin) else {
                throw RequestFailure(.forbidden, "the request comes from another site")
            }
            if request.method != .delete {
                let type = request.headers[.contentType] ?? ""
                guard type == "application/json" || type.hasPrefix("application/json;") else {
                    throw RequestFailure(.unsupportedMediaType, "the content type is not application/json")
                }
            }
        }
        return try await next(request, context)
    }
}
