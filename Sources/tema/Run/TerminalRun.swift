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
        Interruption.listen()
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
        do {
            let (value, summary) = try useCase(monitor)
            messages.progress.end()
            messages.noteSkipped(summary.skipped)
            return (value, summary)
        } catch is Cancelled {
            messages.progress.end()
            Messages.say("interrupted: nothing was changed")
            throw ExitCode(128 + Interruption.signal)
        } catch {
            messages.progress.end()
            throw error
        }
    }

    /// Says how a run ended, when its results have been written. The exit code is thrown if not all went well.
    func end(_ summary: RunSummary) throws {
        if summary.wasCancelled {
            Messages.say("interrupted: what is shown is \(counted(summary.documents, "document")), not all")
            throw ExitCode(128 + Interruption.signal)
        }
        if summary.errors > 0 {
            Messages.say("\(counted(summary.errors, "problem")); \(counted(summary.documents, "document")) read")
            throw ExitCode(1)
        }
        if summary.documents == 0 { messages.note("there was no document to read") }
    }
}
