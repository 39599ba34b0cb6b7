import Logging
import ServiceLifecycle
import TemaModel
import TemaStudy

/// Notices the actions of this and other programs, and sends them to the listeners in their order.
actor ChangeWatcher: Service {
    /// How often the file is checked for writes of other programs, such as the command line.
    static let interval = Duration.milliseconds(250)
    private static let beatEvery = 60

    private let desk: StudyDesk
    private let hub: EventHub
    private var dataVersion: Int64 = 0
    private var last: Int64

    init(_ desk: StudyDesk, _ hub: EventHub) throws(Problem) {
        (self.desk, self.hub) = (desk, hub)
        last = try desk.study.lastAction()
        dataVersion = try desk.study.dataVersion()
    }

    /// Checks for writes of other programs until the workspace ends.
    func run() async throws {
        await cancelWhenGracefulShutdown { await self.watch() }
        hub.end()
    }

    private func watch() async {
        var rounds = 0
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.interval)
            rounds += 1
            if rounds % Self.beatEvery == 0 { hub.send(.beat) }
            try? await lookForOthers()
        }
    }

    private func lookForOthers() async throws {
        let version = try await desk.run { [desk] in try desk.study.dataVersion() }
        guard version != dataVersion else { return }
        dataVersion = version
        await sendNew()
    }

    /// Sends the actions that have not been sent yet.
    func sendNew() async {
        let known = last
        let messages = try? await desk.run { [desk] in
            try desk.study.changes(after: known).map { ($0.action.number, try EventMessage($0, desk)) }
        }
        // Another call may have sent some of them in the meantime.
        for (number, message) in messages ?? [] where number > last {
            last = number
            hub.send(.message(action: number, message))
        }
    }
}
