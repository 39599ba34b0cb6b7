import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization
import TemaModel
import TestSupport

@testable import TemaFormats
@testable import TemaPipeline
@testable import TemaStudy
@testable import TemaWorkspace

/// A composed study in a workspace without a network: requests go to the routes directly, through all guards.
struct ServedStudy {
    static let host = "127.0.0.1:8095"

    let folder = TemporaryFolder()
    let study: Study
    let workspace: Workspace
    private let responder: RouterResponder<WorkspaceContext>

    /// Creates the workspace of some persons.
    ///
    /// - Parameter text: The text of the only document, `lake`, one paragraph a line.
    init(
        _ persons: [Person] = [Person("ann", isCoordinator: true)],
        text: [String] = ["They took it from us.", "The market was full."]
    ) throws {
        study = try Study.create(at: folder.path("composed.tema"))
        _ = try study.importDocuments(by: "ann") { take in try take(Document(id: "lake", paragraphs: text)) }
        let codebook = Codebook(
            id: "composed",
            codes: [
                Code(id: "loss", indicators: ByLanguage([Indicator("took")]), codes: [Code(id: "home")]),
                Code(id: "water"),
            ])
        try study.setCodebook(codebook, by: "ann")
        var settings = WorkspaceSettings(persons: persons)
        settings.ports = [8095]
        workspace = try Workspace(study, settings)
        _ = workspace.addresses.set(settings, port: 8095)
        responder = workspace.router.buildResponder()
    }

    /// Returns the token of a person.
    func token(_ name: String) -> String { workspace.tokens.links.first { $0.person.name == name }?.token ?? "" }

    /// Sends a request as the page would, with changes to its headers.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, by name: String = "ann",
        host: String? = host, _ change: (inout HTTPFields) -> Void = { _ in }
    ) async throws -> Answer {
        var headers: HTTPFields = [.authorization: "Bearer \(token(name))"]
        if method != .get { headers[.origin] = "http://\(Self.host)" }
        if body != nil { headers[.contentType] = "application/json" }
        change(&headers)
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: host, path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(string: body ?? "")))
        let context = WorkspaceContext(from: TestSource())
        return try await Answer(try await responder.respond(to: request, context: context))
    }
}

/// The answer to a request, with its whole body.
struct Answer {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    fileprivate init(_ response: Response) async throws {
        (status, headers) = (response.status.code, response.headers)
        let writer = CollectingWriter()
        try await response.body.write(writer)
        bytes = writer.bytes.withLock { $0 }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The body as JSON; null if it is not.
    var json: JSONValue { (try? JSONValue(bytes[...])) ?? .nothing }
}

private final class CollectingWriter: ResponseBodyWriter {
    let bytes = Mutex<[UInt8]>([])

    func write(_ buffer: ByteBuffer) async throws { bytes.withLock { $0 += Array(buffer.readableBytesView) } }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

private struct TestSource: RequestContextSource {
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
