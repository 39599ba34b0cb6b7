import HTTPTypes
import Hummingbird
import NIOCore
import TemaModel

/// The stream of what happens in the study.
struct EventRoutes {
    let desk: StudyDesk
    let hub: EventHub

    func add(to routes: RouterGroup<WorkspaceContext>) {
        let (desk, hub) = (desk, hub)
        routes.get("events") { request, context in
            let person = try context.person
            let since = try Query(request).number("since", in: Int64(0)...Int64.max) ?? 0
            return Response(
                status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8"],
                body: ResponseBody { writer in
                    // Listens before it reads, so that no action is missed between the two.
                    let (id, events) = hub.listen()
                    defer { hub.leave(id) }
                    let listener = Listener(person: person, desk: desk, last: since)
                    for text in try await listener.missed() { try await writer.write(ByteBuffer(string: text)) }
                    for await event in events {
                        guard let text = try await listener.text(of: event) else { continue }
                        try await writer.write(ByteBuffer(string: text))
                    }
                    try await writer.finish(nil)
                })
        }
    }
}

/// A person's place in the stream of events.
private actor Listener {
    private let person: Person
    private let desk: StudyDesk
    private var last: Int64

    init(person: Person, desk: StudyDesk, last: Int64) { (self.person, self.desk, self.last) = (person, desk, last) }

    /// Returns what happened before the person began to listen.
    func missed() async throws -> [String] {
        let (person, desk, since) = (person, desk, last)
        let missed = try await desk.run {
            let last = try desk.study.lastAction()
            // Whoever has missed this much fetches everything again.
            guard last - since <= 200 else { return (last, ["event: reset\nid: \(last)\ndata: {}\n\n"]) }
            let visibility = try desk.visibility(of: person)
            let messages = try desk.study.changes(after: since).map { try EventMessage($0, desk) }
            return (last, messages.compactMap { $0.text(for: person, visibility) })
        }
        last = missed.0
        return [": here\n\n"] + missed.1
    }

    /// Returns the text of an event, or nil if it is not for the person or already known.
    func text(of event: EventHub.Event) async throws -> String? {
        switch event {
        case .beat: return ": beat\n\n"
        case .end: return "event: end\ndata: {}\n\n"
        case .message(let number, let message):
            guard number > last else { return nil }
            last = number
            if let full = message.full { return full }
            let (person, desk) = (person, desk)
            return try await desk.run { message.text(for: person, try desk.visibility(of: person)) }
        }
    }
}
