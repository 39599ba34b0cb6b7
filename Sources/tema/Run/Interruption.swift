import Glibc
import Synchronization

/// Whether somebody has pressed Ctrl-C: work in hand is finished, nothing new is begun. A second time ends at once.
enum Interruption {
    private static let requested = Atomic<Int32>(0)

    /// The signal that asked for the end, or 0.
    static var signal: Int32 { requested.load(ordering: .relaxed) }

    static func listen() {
        for number in [SIGINT, SIGTERM] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                Interruption.requested.store(number, ordering: .relaxed)
            }
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
            sigaction(number, &action, nil)
        }
        // A reader that goes away is seen where it is written to.
        Glibc.signal(SIGPIPE, SIG_IGN)
    }
}
