import HTTPTypes
import Hummingbird
import Logging
import TemaModel

/// Turns errors into answers, and adds the headers that protect the page to every answer.
struct SafeAnswers: RouterMiddleware {
    typealias Context = WorkspaceContext

    /// Only the page's own scripts and styles run, and it only talks to its own server. Pictures are also data in the page,
    /// because Tema's charts are fetched with the token.
    static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self' data:",
        "require-trusted-types-for 'script'", "trusted-types 'none'", "frame-ancestors 'none'", "base-uri 'none'",
        "form-action 'none'",
    ].joined(separator: "; ")

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = await answer(request, context, next)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "no-referrer"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private func answer(
        _ request: Request, _ context: Context, _ next: (Request, Context) async throws -> Response
    ) async -> Response {
        do {
            return try await next(request, context)
        } catch let failure as RequestFailure {
            return Response(failure.problem, status: failure.status)
        } catch let problem as Problem {
            return Response(problem)
        } catch let error as HTTPError where error.status == .notFound {
            return Response(Problem("there is no such address"), status: .notFound)
        } catch let error as any HTTPResponseError {
            return Response(Problem("the request was not understood"), status: error.status)
        } catch {
            return Response(Problem("the request failed: \(error)"), status: .internalServerError)
        }
    }
}
