import TemaModel
import Testing

@testable import TemaFormats
@testable import TemaPipeline
@testable import TemaStudy
@testable import TemaWorkspace

/// What a coder says may reach a blind coder by no route. The words of the coding are those of the document, which both read,
/// so the canaries are the names, ids and memos.
@Suite("A blind coder") struct BlindTests {
    private static let paths = [
        "/study", "/codebook", "/documents", "/documents/lake", "/documents/lake/codings", "/memos",
        "/memos?target=document&subject=lake", "/search?q=canary", "/quotes", "/quotes?coder=ann",
        "/quotes?codings=hand",
        "/tables/frequencies", "/tables/frequencies?codings=hand", "/tables/frequencies?codings=final",
        "/tables/frequencies?coder=ann", "/tables/compare?by=coder", "/tables/cooccurrence", "/tables/saturation",
        "/tables/combinations", "/charts/frequencies", "/charts/compare?by=coder", "/charts/portrait?document=lake",
        "/agreement", "/disagreements", "/disagreements?coders=ann,ben", "/history", "/history?mine=0",
        "/suggestions?code=water", "/export/quotes?format=csv", "/export/quotes?format=csv&coder=ann",
    ]

    private let persons = [Person("ann", isCoordinator: false), Person("ben", isCoordinator: false)]

    /// Makes a study in which ann has worked, and returns what only ann's work contains.
    private func served() throws -> (ServedStudy, canaries: [String]) {
        let served = try ServedStudy(persons)
        let study = served.study
        _ = try study.setBlind(true, by: "coordinator")
        let coding = try #require(
            try study.tag("lake", .quote("The market"), codes: ["water"], by: "ann", memo: "canary-memo").codings.first)
        _ = try study.note("canary-note", on: .document, subject: "lake", by: "ann")
        _ = try study.note("canary-code", on: .code, subject: "water", by: "ann")
        _ = try study.note("canary-study", on: .study, subject: "", by: "ann")
        let memos = try study.memos().map(\.id)
        return (served, ["\"ann\"", ">ann<", ",ann,", "canary-", coding.id] + memos)
    }

    @Test("sees nothing of another coder's work by any route", arguments: paths)
    func routes(path: String) async throws {
        let (served, canaries) = try served()
        let text = try await served.send(.get, "/api/v1" + path, by: "ben").text
        for canary in canaries { #expect(!text.contains(canary), "\(path) has \(canary)") }
    }

    @Test("sees no number of another coder's codings")
    func counts() async throws {
        let (served, _) = try served()
        let codes = try await served.send(.get, "/api/v1/codebook", by: "ben").json["codes"]?.items ?? []
        #expect(codes.count == 3)
        #expect(codes.allSatisfy { $0["codings"] == .number("0") && $0["documents"] == .number("0") })
        let documents = try await served.send(.get, "/api/v1/documents", by: "ben").json["documents"]?.items ?? []
        #expect(documents.first?["codings"] == .number("0"))
        let preview = try await served.send(
            .post, "/api/v1/codebook/preview", #"{"edit":"retire","code":"water"}"#, by: "ben")
        #expect(preview.status == 200)
        #expect(preview.json["codings"] == .number("0"))
        #expect(!preview.text.contains("ann"))
    }

    @Test("receives no event of another coder's work")
    func events() throws {
        let (served, canaries) = try served()
        let desk = served.workspace.desk
        let visibility = try desk.visibility(of: persons[1])
        for changes in try served.study.changes(after: 0) where changes.action.coder == "ann" {
            let text = try EventMessage(changes, desk).text(for: persons[1], visibility) ?? ""
            if changes.action.name == "import" || changes.action.name == "codebook import" { continue }
            for canary in canaries { #expect(!text.contains(canary)) }
        }
    }

    @Test("cannot open a document, end the rule or reconcile")
    func writes() async throws {
        let (served, _) = try served()
        let hash = try served.workspace.desk.document("lake").hash
        #expect(try await served.send(.put, "/api/v1/rules/blind", #"{"on":false}"#, by: "ben").status == 403)
        #expect(try await served.send(.put, "/api/v1/rules/open/lake", #"{"open":true}"#, by: "ben").status == 403)
        let outcome =
            #"{"document":"lake","hash":"\#(hash)","start":0,"end":20,"codes":["water"],"choice":"one"}"#
        #expect(try await served.send(.put, "/api/v1/reconciliations/1", outcome, by: "ben").status == 403)
    }

    @Test("sees the work once both have marked the document as done")
    func opened() async throws {
        let (served, _) = try served()
        _ = try served.study.mark(["lake"], done: true, by: "ann")
        #expect(try await served.send(.get, "/api/v1/documents/lake/codings", by: "ben").json["codings"]?.items == [])
        _ = try served.study.mark(["lake"], done: true, by: "ben")
        let codings = try await served.send(.get, "/api/v1/documents/lake/codings", by: "ben").json["codings"]?.items
        #expect(codings?.map { $0["coder"]?.text } == ["ann"])
    }
}
