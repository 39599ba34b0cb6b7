import HTTPTypes
import Testing

@testable import TemaWorkspace

@Suite("The guards of the workspace") struct SecurityTests {
    private static let write = #"{"done":true}"#

    @Test(
        "refuse every host but the workspace's own, before anything else",
        arguments: [
            "127.0.0.1", "127.0.0.1:8096", "LOCALHOST:8095", "localhost.:8095", "evil.example:8095", "127.0.0.1:8095.",
            "[::1]:8095", "",
        ])
    func hosts(host: String) async throws {
        let served = try ServedStudy()
        for path in ["/", "/assets/main.js", "/api/v1/study", "/nowhere"] {
            #expect(try await served.send(.get, path, host: host).status == 421)
        }
    }

    @Test("refuse requests without a host, and with two")
    func hostCount() async throws {
        let served = try ServedStudy()
        #expect(try await served.send(.get, "/api/v1/study", host: nil).status == 421)
        let doubled = try await served.send(.get, "/api/v1/study") { $0.append(HTTPField(name: .host, value: "evil")) }
        #expect(doubled.status == 421)
    }

    @Test("accept the two names of the computer itself", arguments: ["127.0.0.1:8095", "localhost:8095"])
    func ownHosts(host: String) async throws {
        let served = try ServedStudy()
        #expect(try await served.send(.get, "/api/v1/study", host: host).status == 200)
    }

    @Test(
        "refuse requests without a valid token",
        arguments: ["", "Bearer ", "Bearer 00", "Basic YW5uOg==", "bearer TOKEN", "Bearer TOKEN0", "Bearer tOKEN"])
    func tokens(header: String) async throws {
        let served = try ServedStudy()
        let real = served.token("ann")
        let value = header.replacing("TOKEN", with: real).replacing("tOKEN", with: real.uppercased())
        for path in ["/api/v1/study", "/api/v1/events", "/api/v1/documents/lake", "/api/v1/nowhere"] {
            let answer = try await served.send(.get, path) { $0[.authorization] = value }
            #expect(answer.status == 401 || path == "/api/v1/nowhere" && answer.status == 404)
            #expect(!answer.text.contains("took"))
        }
    }

    @Test("make a new token of 256 bits at each start")
    func newTokens() throws {
        let (one, other) = (try ServedStudy(), try ServedStudy())
        #expect(one.token("ann").count == 64)
        #expect(one.token("ann") != other.token("ann"))
    }

    @Test(
        "accept writes from the page only",
        arguments: ["same-origin", "same-site", "cross-site", "none", nil] as [String?],
        [HTTPRequest.Method.put, .post, .patch, .delete])
    func fetchSites(site: String?, method: HTTPRequest.Method) async throws {
        let served = try ServedStudy()
        let body = method == .delete ? nil : Self.write
        let answer = try await served.send(method, "/api/v1/done/lake", body) { headers in
            if let site, let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = site }
        }
        let isOwn = site == nil || site == "same-origin"
        #expect(answer.status == (isOwn ? method == .put ? 200 : 404 : 403))
        #expect(try served.study.doneMarks().count == (isOwn && method == .put ? 1 : 0))
    }

    @Test(
        "refuse writes from another origin",
        arguments: [
            nil, "null", "http://evil.example", "http://127.0.0.1:8096", "https://127.0.0.1:8095", "http://127.0.0.1",
        ])
    func origins(origin: String?) async throws {
        let served = try ServedStudy()
        let answer = try await served.send(.put, "/api/v1/done/lake", Self.write) { $0[.origin] = origin }
        #expect(answer.status == 403)
        #expect(try served.study.doneMarks().isEmpty)
    }

    @Test(
        "refuse bodies that a form could send",
        arguments: ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp", nil])
    func types(type: String?) async throws {
        let served = try ServedStudy()
        let answer = try await served.send(.put, "/api/v1/done/lake", Self.write) { $0[.contentType] = type }
        #expect(answer.status == 415)
        #expect(try served.study.doneMarks().isEmpty)
    }

    @Test("refuse bodies of more than 1 MB")
    func longBodies() async throws {
        let served = try ServedStudy()
        let body = #"{"done":true,"x":""# + String(repeating: "x", count: 1 << 20) + #""}"#
        #expect(try await served.send(.put, "/api/v1/done/lake", body).status == 413)
    }

    @Test(
        "refuse bodies that are not what the route expects",
        arguments: ["", "[]", "{", "null", "{\"done\":1}", "{}", "{\"done\":true,\"more\":1}"])
    func wrongBodies(body: String) async throws {
        let served = try ServedStudy()
        #expect(try await served.send(.put, "/api/v1/done/lake", body).status == 400)
        #expect(try served.study.doneMarks().isEmpty)
    }

    @Test(
        "add the protecting headers to every answer",
        arguments: ["/", "/assets/nowhere.js", "/api/v1/study", "/api/v1/documents/none", "/nowhere", "/api/v1/%zz"])
    func headers(path: String) async throws {
        let served = try ServedStudy()
        for host in [ServedStudy.host, "evil.example"] {
            let headers = try await served.send(.get, path, host: host).headers
            #expect(headers[.contentSecurityPolicy]?.contains("default-src 'none'; script-src 'self'") == true)
            #expect(headers[.contentSecurityPolicy]?.contains("require-trusted-types-for 'script'") == true)
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[.cacheControl] == "no-store")
            #expect(headers[.setCookie] == nil)
            #expect(headers[.location] == nil)
        }
    }

    @Test(
        "read no file by its path",
        arguments: [
            "/assets/../page.c", "/assets/%2e%2e/page.c", "/assets//etc/passwd", "/assets/..%2f..%2fPackage.swift",
        ])
    func paths(path: String) async throws {
        let served = try ServedStudy()
        #expect(try await served.send(.get, path).status == 404)
    }
}
