import Glibc
import Synchronization

/// Handles Ctrl-C (SIGINT) and requests to terminate (SIGTERM).
///
/// The program exits at once with 128 + the signal's number, except during a run that polls ``signal`` and ends in an
/// orderly way. Such a run has ``grace`` to do so, wherever it is: in a long document, a statistic or a database. A second
/// signal ends it at once.
///
/// No partial results remain: output files have no name until they are complete, and SQLite rolls back an unfinished
/// action, if necessary when the study is opened again.
enum Interruption {
    private static let requested = Atomic<Int32>(0)
    private static let deferrals = Atomic<Int>(0)
    /// How long a run may take to end, in microseconds.
    private static let grace = 700_000

    /// The number of the signal received, or 0.
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
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in Interruption.end() }
        sigaction(SIGALRM, &action, nil)
        sigaddset(&numbers, SIGALRM)
        // The parent process may have blocked them.
        pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
        // A closed pipe is reported as an error of the write.
        Glibc.signal(SIGPIPE, SIG_IGN)
    }

    private static func handle(_ number: Int32) {
        let isFirst = requested.exchange(number, ordering: .relaxed) == 0
        guard isFirst, deferrals.load(ordering: .relaxed) > 0 else { return end() }
        var timer = itimerval()
        timer.it_value.tv_usec = grace
        setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
    }

    /// Exits with the code of the signal received. It calls only functions that are allowed in a signal handler.
    private static func end() { _exit(128 + signal) }

    /// Runs an action that polls ``signal`` and ends in an orderly way if it is not 0.
    static func deferred<Result>(_ action: () throws -> Result) rethrows -> Result {
        deferrals.add(1, ordering: .relaxed)
        defer { deferrals.subtract(1, ordering: .relaxed) }
        return try action()
    }
}
