import HTTPTypes
import TemaModel
import Testing

@testable import TemaFormats
@testable import TemaStudy
@testable import TemaWorkspace

@Suite("Coding through the workspace") struct CodingRouteTests {
    private static let id = String(repeating: "a1", count: 16)

    private func body(
        _ served: ServedStudy, start: Int = 5, end: Int = 12, quote: String = "took it", codes: String = #"["loss"]"#
    ) throws
        -> String
    {
        let hash = try served.workspace.desk.document("lake").hash
        return
            #"{"document":"lake","hash":"\#(hash)","start":\#(start),"end":\#(end),"quote":"\#(quote)","codes":\#(codes)}"#
    }

    @Test("saves a coding under the page's id, and a repeated request makes no second one")
    func retries() async throws {
        let served = try ServedStudy()
        let first = try await served.send(.put, "/api/v1/codings/\(Self.id)", try body(served))
        #expect(first.status == 201)
        let action = try served.study.lastAction()
        let second = try await served.send(.put, "/api/v1/codings/\(Self.id)", try body(served))
        #expect(second.status == 200)
        #expect(try served.study.lastAction() == action)
        let codings = try served.study.codings()
        #expect(codings.map(\.id) == [Self.id])
        #expect(codings.map(\.quote) == ["took it"])
        #expect(codings.map(\.coder) == ["ann"])
    }

    @Test("saves several codes as one action")
    func severalCodes() async throws {
        let served = try ServedStudy()
        let before = try served.study.lastAction()
        let answer = try await served.send(
            .put, "/api/v1/codings/\(Self.id)", try body(served, codes: #"["loss/home","water"]"#))
        #expect(answer.status == 201)
        #expect(try served.study.lastAction() == before + 1)
        #expect(Set(try served.study.codings().map(\.code)) == ["loss/home", "water"])
    }

    @Test("takes the coder from the token, never from the request")
    func coders() async throws {
        let served = try ServedStudy([Person("ann", isCoordinator: true), Person("ben", isCoordinator: false)])
        _ = try await served.send(.put, "/api/v1/codings/\(Self.id)", try body(served), by: "ben")
        #expect(try served.study.codings().map(\.coder) == ["ben"])
        #expect(try await served.send(.delete, "/api/v1/codings/\(Self.id)").status == 403)
        #expect(try await served.send(.patch, "/api/v1/codings/\(Self.id)", #"{"code":"water"}"#).status == 403)
        #expect(try await served.send(.delete, "/api/v1/codings/\(Self.id)", by: "ben").status == 200)
        #expect(try await served.send(.delete, "/api/v1/codings/\(Self.id)", by: "ben").status == 200)
        #expect(try served.study.codings().isEmpty)
    }

    @Test(
        "refuses words that are not those of the text",
        arguments: [
            (5, 12, "took At", 409), (5, 13, "took it", 409), (5, 5, "", 400), (0, 10_000, "took it", 400),
        ])
    func quotes(start: Int, end: Int, quote: String, status: Int) async throws {
        let served = try ServedStudy()
        let answer = try await served.send(
            .put, "/api/v1/codings/\(Self.id)", try body(served, start: start, end: end, quote: quote))
        #expect(answer.status == status)
        #expect(try served.study.codings().isEmpty)
    }

    @Test("counts in Unicode scalars beyond the Basic Multilingual Plane")
    func scalars() async throws {
        let served = try ServedStudy(text: ["👩‍👧 they took it"])
        let answer = try await served.send(
            .put, "/api/v1/codings/\(Self.id)", try body(served, start: 9, end: 16, quote: "took it"))
        #expect(answer.status == 201)
        #expect(try served.study.codings().map(\.quote) == ["took it"])
    }

    @Test("resizes and recodes a coding, and keeps its id")
    func changes() async throws {
        let served = try ServedStudy()
        _ = try await served.send(.put, "/api/v1/codings/\(Self.id)", try body(served))
        let hash = try served.workspace.desk.document("lake").hash
        let resized = try await served.send(
            .patch, "/api/v1/codings/\(Self.id)", #"{"start":0,"end":9,"hash":"\#(hash)","quote":"They took"}"#)
        #expect(resized.status == 200)
        #expect(try await served.send(.patch, "/api/v1/codings/\(Self.id)", #"{"code":"water"}"#).status == 200)
        let coding = try #require(try served.study.codings().first)
        #expect([coding.id, coding.quote, coding.code] == [Self.id, "They took", "water"])
    }

    @Test("undoes and redoes the person's own last action")
    func undo() async throws {
        let served = try ServedStudy([Person("ann", isCoordinator: true), Person("ben", isCoordinator: false)])
        _ = try await served.send(.put, "/api/v1/codings/\(Self.id)", try body(served))
        _ = try await served.send(
            .put, "/api/v1/codings/\(String(repeating: "b2", count: 16))", try body(served), by: "ben")
        #expect(try await served.send(.post, "/api/v1/undo", "{}").status == 200)
        #expect(try served.study.codings().map(\.coder) == ["ben"])
        #expect(try await served.send(.post, "/api/v1/redo", "{}").status == 200)
        #expect(try served.study.codings().count == 2)
    }

    @Test("maps the path of a code that was renamed in the meantime")
    func stalePaths() async throws {
        let served = try ServedStudy()
        _ = try served.study.edit(.rename("water", to: "sea"), by: "ben")
        let answer = try await served.send(.put, "/api/v1/codings/\(Self.id)", try body(served, codes: #"["water"]"#))
        #expect(answer.status == 201)
        #expect(try served.study.codings().map(\.code) == ["sea"])
    }

    @Test("writes, changes and removes memos under the page's id")
    func memos() async throws {
        let served = try ServedStudy()
        let memo = #"{"target":"document","subject":"lake","text":"TEXT"}"#
        for text in ["first", "first", "second"] {
            let answer = try await served.send(
                .put, "/api/v1/memos/\(Self.id)", memo.replacing("TEXT", with: text))
            #expect(answer.status == 200)
        }
        #expect(try served.study.memos().map { [$0.id, $0.text] } == [[Self.id, "second"]])
        #expect(try await served.send(.delete, "/api/v1/memos/\(Self.id)").status == 200)
        #expect(try served.study.memos().isEmpty)
    }

    @Test("changes the codebook only if it is the one that the person has seen")
    func codebook() async throws {
        let served = try ServedStudy()
        let edit = #"{"edit":"rename","code":"water","to":"sea"}"#
        let path = "/api/v1/codebook/edits"
        #expect(try await served.send(.post, path, edit).status == 428)
        let etag = try await served.send(.get, "/api/v1/codebook").headers[.eTag]
        #expect(try await served.send(.post, path, edit) { $0[.ifMatch] = "\"1\"" }.status == 412)
        #expect(try await served.send(.post, path, edit) { $0[.ifMatch] = etag }.status == 200)
        #expect(try await served.send(.post, path, edit) { $0[.ifMatch] = etag }.status == 412)
    }
}

@Suite("Indicators of a request") struct IndicatorBodyTests {
    @Test(
        "are in the main language if others have languages",
        arguments: [
            (#"[{"match":"a"},{"match":"b"}]"#, nil, ["-: a b"]),
            (#"[{"match":"a","language":"id"},{"match":"b"}]"#, "id", ["id: a b"]),
            (#"[{"match":"a","language":"id"},{"match":"b"}]"#, "en", ["id: a", "en: b"]),
            (#"[{"match":"a","language":"id"},{"match":"b"}]"#, nil, ["id: a b"]),
        ] as [(String, String?, [String])])
    func languages(json: String, main: String?, lists: [String]) throws {
        let bodies = try JSONValue(Array(json.utf8)[...]).items.map { try RequestBody($0) }
        let found = try CodebookEditBody.indicators(bodies, main: main).entries
        #expect(found.map { "\($0.language ?? "-"): \($0.value.map(\.match).joined(separator: " "))" } == lists)
    }
}
