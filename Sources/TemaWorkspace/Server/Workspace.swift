import Dispatch
import Glibc
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import Synchronization
public import TemaModel
public import TemaStudy

/// A study in the browsers of its coders.
public struct Workspace: Sendable {
    private let settings: WorkspaceSettings
    let desk: StudyDesk
    private let hub = EventHub()
    private let watcher: ChangeWatcher
    let tokens: Tokens
    let addresses = Addresses()

    /// Creates the workspace of a study that is open for writing.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public init(_ study: Study, _ settings: WorkspaceSettings) throws(Problem) {
        self.settings = settings
        desk = try StudyDesk(study)
        watcher = try ChangeWatcher(desk, hub)
        tokens = Tokens(settings.persons)
    }

    /// Serves the study until the program is asked to end, by Ctrl-C or SIGTERM.
    ///
    /// Streams of events end at once, and other requests have a second to be answered.
    ///
    /// - Parameter isReady: Receives the links of the persons, in order, once they can be opened.
    /// - Throws: A ``Problem`` if all ports are in use or the certificate cannot be read.
    public func run(isReady: @escaping @Sendable ([Link]) -> Void) throws {
        let failure = Failure()
        let hasEnded = DispatchSemaphore(value: 0)
        Task {
            do { try await serve(isReady) } catch { failure.error.withLock { $0 = error } }
            hasEnded.signal()
        }
        hasEnded.wait()
        if let error = failure.error.withLock({ $0 }) { throw error }
    }

    private final class Failure: Sendable {
        let error = Mutex<(any Error)?>(nil)
    }

    private func serve(_ isReady: @escaping @Sendable ([Link]) -> Void) async throws {
        let server = try ServerChoice.server(settings)
        for (index, port) in settings.ports.enumerated() {
            do {
                return try await serve(server, port, isReady)
            } catch let error as IOError where error.errnoCode == EADDRINUSE {
                guard index == settings.ports.count - 1 else { continue }
                throw Problem("the port \(port) is in use", suggestion: "choose another one with --port")
            } catch let error as IOError {
                throw Problem(
                    "cannot listen on \(settings.address): \(error)", suggestion: "choose an address of this computer")
            }
        }
    }

    private func serve(
        _ server: HTTPServerBuilder, _ port: Int, _ isReady: @escaping @Sendable ([Link]) -> Void
    ) async throws {
        let logger = Logger(label: "tema") { _ in SwiftLogNoOpLogHandler() }
        let (settings, tokens, addresses) = (settings, tokens, addresses)
        let app = Application(
            router: router, server: server,
            configuration: ApplicationConfiguration(
                address: .hostname(settings.address, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(
                    ServerChoice.connectionsEach * settings.persons.count, logger: logger)),
            onServerRunning: { channel in
                let origin = addresses.set(settings, port: channel.localAddress?.port ?? port)
                isReady(tokens.links.map { Link(person: $0.person, address: "\(origin)/#token=\($0.token)") })
            }, logger: logger)
        // Services end in reverse order: the watcher ends the streams, so that the server need not wait for them.
        var configuration = ServiceGroupConfiguration(
            services: [app, watcher], gracefulShutdownSignals: [.sigint, .sigterm], logger: logger)
        configuration.maximumGracefulShutdownDuration = .milliseconds(800)
        do { try await ServiceGroup(configuration: configuration).run() } catch is CancellationError {}
    }

    /// The routes with their guards. The outermost guard comes first.
    var router: Router<WorkspaceContext> {
        let router = Router(context: WorkspaceContext.self)
        router.add(middleware: SafeAnswers())
        router.add(middleware: HostGuard(addresses: addresses))
        router.add(middleware: WriteGuard(addresses: addresses))
        PageRoutes(folder: settings.pageFolder).add(to: router)
        let signedIn = router.group("api/v1").add(middleware: TokenGuard(tokens: tokens))
        let api = API(signedIn, desk, watcher)
        StudyRoutes.add(to: api)
        DocumentRoutes.add(to: api)
        CodingRoutes.add(to: api)
        MemoRoutes.add(to: api)
        CodebookRoutes.add(to: api)
        HistoryRoutes.add(to: api)
        QuoteRoutes.add(to: api)
        TeamRoutes.add(to: api)
        TableRoutes.add(to: api)
        ChartRoutes.add(to: api)
        EventRoutes(desk: desk, hub: hub).add(to: signedIn)
        return router
    }
}
