import Glibc
import Synchronization

/// What Ctrl-C and a request to terminate do: the program deletes its unfinished files and ends with 128 + the signal's
/// number. A run over a corpus without such a file stops in order instead; a second signal ends it at once.
enum Interruption {
    private static let requested = Atomic<Int32>(0)
    private static let deferrals = Atomic<Int>(0)
    /// Unsafe, because pointers are not `Sendable`: what they point to never changes.
    private nonisolated(unsafe) static let unfinished = Atomic<UnsafeMutablePointer<UnfinishedFile>?>(nil)

    /// A file to delete, and the one that was begun before it.
    ///
    /// C strings and a chain of pointers, because a signal's handler must not allocate. They are never freed: the handler
    /// may be reading them.
    private struct UnfinishedFile {
        let path: UnsafeMutablePointer<CChar>?
        let next: UnsafeMutablePointer<UnfinishedFile>?
    }

    /// The signal that asked a deferred action to stop, or 0.
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
        var file = unfinished.load(ordering: .acquiring)
        if isFirst, file == nil, deferrals.load(ordering: .relaxed) > 0 { return }
        while let found = file {
            if let path = found.pointee.path { unlink(path) }
            file = found.pointee.next
        }
        _exit(128 + number)
    }

    /// Runs an action that looks at ``signal`` and ends in order when it is not 0.
    static func deferred<Result, Failure>(_ action: () throws(Failure) -> Result) throws(Failure) -> Result {
        deferrals.add(1, ordering: .relaxed)
        defer { deferrals.subtract(1, ordering: .relaxed) }
        return try action()
    }

    /// Names a file that is deleted if a signal ends the program before ``end()``.
    static func begin(_ path: String) {
        let file = UnsafeMutablePointer<UnfinishedFile>.allocate(capacity: 1)
        file.initialize(to: UnfinishedFile(path: strdup(path), next: unfinished.load(ordering: .relaxed)))
        unfinished.store(file, ordering: .releasing)
    }

    /// The file that was begun last has its final name, or is deleted.
    static func end() {
        unfinished.store(unfinished.load(ordering: .relaxed)?.pointee.next, ordering: .relaxed)
    }
}
