import ArgumentParser
import Glibc
import TemaModel
import TemaPipeline

/// Runs a use case at the terminal: shows its progress, prints its problems, and says how it ended.
struct TerminalRun {
    let messages: Messages

    /// - Parameters:
    ///   - paths: What is read, so that the progress can say how much is left.
    ///   - printing: Whether results go to the terminal meanwhile, where a progress line would be in the way.
    init(_ paths: [String], quiet: Bool, printing: Bool = false) {
        let isShown = !quiet && isatty(STDERR_FILENO) == 1 && !(printing && isatty(STDOUT_FILENO) == 1)
        messages = Messages(quiet: quiet, progress: Progress(paths: paths, isShown: isShown))
    }

    /// What a use case is given.
    var monitor: RunMonitor {
        let progress = messages.progress
        return RunMonitor(
            report: messages.report, advance: { progress.add(bytes: $0, documents: $1) },
            isCancelled: { Interruption.signal != 0 })
    }

    /// Runs a use case that reads documents.
    func run<Value>(_ useCase: (RunMonitor) throws -> (Value, RunSummary)) throws -> (Value, RunSummary) {
        defer { messages.progress.end() }
        do {
            let (value, summary) = try Interruption.deferred { try useCase(monitor) }
            messages.progress.end()
            guard !summary.wasCancelled else {
                Messages.say("interrupted after \(counted(summary.documents, "document")); the result is not complete")
                throw ExitCode(128 + Interruption.signal)
            }
            messages.noteSkipped(summary.skipped)
            return (value, summary)
        } catch is Cancelled {
            messages.progress.end()
            Messages.say("interrupted; nothing was changed")
            throw ExitCode(128 + Interruption.signal)
        }
    }

    /// Says how a run ended, when its results have been written. The exit code is thrown if not all went well.
    func end(_ summary: RunSummary) throws {
        if summary.errors > 0 {
            Messages.say("\(counted(summary.errors, "problem")); \(counted(summary.documents, "document")) read")
            throw ExitCode(1)
        }
        if summary.documents == 0 { messages.note("there was no document to read") }
    }
}

/// What is known of the terminal that a descriptor leads to.
enum Terminal {
    /// Its columns, or nothing where there is none or nobody knows.
    static func columns(of descriptor: CInt) -> Int? {
        var size = winsize()
        guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }
}
