import Glibc
import Synchronization

/// What Ctrl-C and a request to terminate do: the program ends at once with 128 + the signal's number, except during a run
/// that asks for ``signal`` and ends in order. A second signal ends that at once, too.
///
/// Nothing half done remains: output files have no name until they are complete, and SQLite undoes an unfinished action.
enum Interruption {
    private static let requested = Atomic<Int32>(0)
    private static let deferrals = Atomic<Int>(0)

    /// The signal that asked a run to end, or 0.
    static var signal: Int32 { requested.load(ordering: .relaxed) }

    static func listen() {
        var numbers = sigset_t()
        sigemptyset(&numbers)
        for number in [SIGINT, SIGTERM] {
            sigaddset(&numbers, number)
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { Interruption.handle($0) }
            action.sa_flags = SA_RESTART
            sigaction(number, &action, nil)
        }
        // A program that starts this one may have blocked them.
        pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
        // A reader that goes away is seen where it is written to.
        Glibc.signal(SIGPIPE, SIG_IGN)
    }

    private static func handle(_ number: Int32) {
        let isFirst = requested.exchange(number, ordering: .relaxed) == 0
        if isFirst, deferrals.load(ordering: .relaxed) > 0 { return }
        _exit(128 + number)
    }

    /// Runs an action that asks for ``signal`` and ends in order when it is not 0.
    static func deferred<Result>(_ action: () throws -> Result) rethrows -> Result {
        deferrals.add(1, ordering: .relaxed)
        defer { deferrals.subtract(1, ordering: .relaxed) }
        return try action()
    }
}
