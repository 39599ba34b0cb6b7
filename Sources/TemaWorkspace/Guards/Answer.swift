import HTTPTypes
import Hummingbird
import NIOCore
import TemaModel

extension HTTPField.Name {
    /// A request header in which browsers say where a request comes from.
    static let secFetchSite = make("Sec-Fetch-Site")
    static let crossOriginResourcePolicy = make("Cross-Origin-Resource-Policy")
    static let crossOriginOpenerPolicy = make("Cross-Origin-Opener-Policy")
    static let referrerPolicy = make("Referrer-Policy")
    static let host = make("Host")

    private static func make(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .server }
}

extension Response {
    /// Creates an answer in JSON.
    init(_ json: JSON, status: HTTPResponse.Status = .ok, etag: String? = nil) {
        var headers: HTTPFields = [.contentType: "application/json; charset=utf-8"]
        if let etag { headers[.eTag] = "\"\(etag)\"" }
        self.init(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: json.text)))
    }

    /// Creates the answer to a request that failed.
    init(_ problem: Problem, status: HTTPResponse.Status? = nil) {
        self.init(problem.json, status: status ?? problem.status)
    }
}

extension Problem {
    /// The status of a request that failed because of it.
    fileprivate var status: HTTPResponse.Status {
        switch (kind, cause) {
        case (.missing, _): .notFound
        case (.conflict, _): .conflict
        case (.notAllowed, _): .forbidden
        case (.busy, _): .init(code: 423, reasonPhrase: "Locked")
        case (_, .reading), (_, .writing): .init(code: 507, reasonPhrase: "Insufficient Storage")
        default: .badRequest
        }
    }

    /// The problem as JSON: what is wrong, where, and what to do.
    var json: JSON {
        // The page need not know where the study's file is.
        var shown = self
        shown.file = file?.split(separator: "/").last.map(String.init)
        return .object([
            "what": .string(message), "where": .string(shown.place.isEmpty ? nil : shown.place),
            "suggestion": .string(suggestion),
        ])
    }
}

/// A failed request that no ``Problem`` of a study describes.
struct RequestFailure: Error {
    let status: HTTPResponse.Status
    let problem: Problem

    init(_ status: HTTPResponse.Status, _ what: String, suggestion: String? = nil) {
        (self.status, problem) = (status, Problem(what, suggestion: suggestion))
    }
}
