import Synchronization

/// Passes the changes of the study to everyone who listens.
final class EventHub: Sendable {
    /// What a listener receives.
    enum Event: Sendable {
        case message(action: Int64, EventMessage)
        /// Shows a listener that the connection is alive, and the server that the listener is gone.
        case beat
        /// The workspace ends.
        case end
    }

    /// A listener that has not read this many events is too slow. Its stream ends, and the page
    /// listens again.
    static let longestQueue = 256

    private struct State {
        var listeners: [Int: AsyncStream<Event>.Continuation] = [:]
        var next = 0
        var hasEnded = false
    }

    private let state = Mutex(State())

    /// The number of listeners.
    var listenerCount: Int { state.withLock { $0.listeners.count } }

    /// Returns a stream of the following events. It ends when the workspace ends or the listener is too slow.
    func listen() -> (id: Int, events: AsyncStream<Event>) {
        let (events, continuation) = AsyncStream<Event>.makeStream(bufferingPolicy: .bufferingOldest(Self.longestQueue))
        let id = state.withLock { state in
            state.next += 1
            if state.hasEnded { continuation.finish() } else { state.listeners[state.next] = continuation }
            return state.next
        }
        return (id, events)
    }

    func leave(_ id: Int) { state.withLock { $0.listeners.removeValue(forKey: id) }?.finish() }

    func send(_ event: Event) {
        state.withLock { state in
            for (id, listener) in state.listeners {
                if case .dropped = listener.yield(event) {
                    listener.finish()
                    state.listeners[id] = nil
                }
            }
        }
    }

    /// Ends all streams.
    func end() {
        state.withLock { state in
            state.hasEnded = true
            for listener in state.listeners.values {
                listener.yield(.end)
                listener.finish()
            }
            state.listeners = [:]
        }
    }
}
