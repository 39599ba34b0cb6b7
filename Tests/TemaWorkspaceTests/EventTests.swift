import Testing

@testable import TemaFormats
@testable import TemaStudy
@testable import TemaWorkspace

@Suite("Events of the workspace") struct EventTests {
    private let persons = [Person("ann", isCoordinator: true), Person("ben", isCoordinator: false)]

    /// Returns the messages of the actions after one, as a person receives them.
    private func messages(_ served: ServedStudy, after action: Int64, for person: Person) throws -> [JSONValue] {
        let desk = served.workspace.desk
        let visibility = try desk.visibility(of: person)
        return try served.study.changes(after: action).compactMap { changes in
            try EventMessage(changes, desk).text(for: person, visibility)
        }.map { text in
            let data = text.split(separator: "\n").first { $0.hasPrefix("data: ") }?.dropFirst("data: ".count) ?? ""
            return try JSONValue(Array(data.utf8)[...])
        }
    }

    @Test("report what each action made and ended")
    func changes() throws {
        let served = try ServedStudy(persons)
        let start = try served.study.lastAction()
        let coding = try #require(
            try served.study.tag("lake", .quote("took it"), codes: ["loss"], by: "ann", memo: nil).codings.first)
        _ = try served.study.untag([coding.id], by: "ann")
        let received = try messages(served, after: start, for: persons[1])
        #expect(received.map { $0["name"]?.text } == ["tag", "untag"])
        #expect(received[0]["codings"]?.items.first?["quote"]?.text == "took it")
        #expect(received[0]["documents"]?.strings == ["lake"])
        #expect(received[1]["gone"]?.strings == [coding.id])
    }

    @Test("say that the codebook has changed")
    func codebook() throws {
        let served = try ServedStudy(persons)
        let start = try served.study.lastAction()
        _ = try served.study.edit(.rename("water", to: "sea"), by: "ann")
        #expect(try messages(served, after: start, for: persons[1]).first?["codebook"] == .flag(true))
    }

    @Test("end a listener that does not read")
    func slowListeners() async throws {
        let hub = EventHub()
        let (_, events) = hub.listen()
        for _ in 0...EventHub.longestQueue { hub.send(.beat) }
        #expect(hub.listenerCount == 0)
        var count = 0
        for await _ in events { count += 1 }
        #expect(count == EventHub.longestQueue)
    }

    @Test("end all streams with the workspace")
    func end() async {
        let hub = EventHub()
        let (_, events) = hub.listen()
        hub.end()
        var received: [EventHub.Event] = []
        for await event in events { received.append(event) }
        #expect(received.count == 1)
        #expect(hub.listenerCount == 0)
        let (_, late) = hub.listen()
        for await _ in late { Issue.record("a stream was opened after the end") }
    }
}
