import ArgumentParser
import Glibc
import TemaModel
import TemaPipeline
import TemaStudy

/// Runs a use case at the terminal: shows its progress, and prints its problems and how it ended.
struct TerminalRun {
    let messages: Messages
    private let problems: ProblemLog

    /// - Parameters:
    ///   - paths: The paths of the input, from which the progress line computes the remaining time.
    ///   - reading: The options, which may name a file for the problems.
    ///   - printing: Whether results are printed during the run, so that a progress line on the same terminal would
    ///     disturb them.
    /// - Throws: A ``Problem`` if the file for the problems cannot be created.
    init(_ paths: [String], _ reading: ReadingOptions, quiet: Bool, printing: Bool = false) throws(Problem) {
        problems = try ProblemLog(file: reading.problems)
        let isShown = !quiet && isatty(STDERR_FILENO) == 1 && !(printing && isatty(STDOUT_FILENO) == 1)
        messages = Messages(quiet: quiet, progress: Progress(paths: paths, isShown: isShown))
    }

    /// The monitor to pass to a use case.
    var monitor: RunMonitor {
        let progress = messages.progress
        return RunMonitor(
            report: problems.add, advance: { progress.add(bytes: $0, documents: $1) },
            isCancelled: { Interruption.signal != 0 })
    }

    /// Runs a use case that reads documents. If it was cancelled, it throws an exit code.
    func run<Value>(_ useCase: (RunMonitor) throws -> (Value, RunSummary)) throws -> (Value, RunSummary) {
        do {
            let (value, summary) = try Interruption.deferred { try useCase(monitor) }
            try report()
            guard !summary.wasCancelled else {
                Messages.say("interrupted after \(counted(summary.documents, "document")); the result is incomplete")
                throw ExitCode(128 + Interruption.signal)
            }
            messages.noteSkipped(summary.skipped)
            return (value, summary)
        } catch is Cancelled {
            try report()
            Messages.say("interrupted; nothing changed")
            throw ExitCode(128 + Interruption.signal)
        } catch let problem as Problem {
            // The caller prints this one.
            try report(and: problem)
            throw problem
        }
    }

    /// Prints the problems and completes their file.
    ///
    /// - Parameter last: The problem that ended the run, which is only written to the file.
    private func report(and last: Problem? = nil) throws(Problem) {
        messages.progress.end()
        problems.takeLines(quiet: messages.quiet).forEach(Messages.say)
        if let last { problems.add(last) }
        try problems.finish()
    }

    /// Prints how a run ended. Call it after writing the results. It throws exit code 1 if there were problems.
    func end(_ summary: RunSummary) throws {
        if summary.errors > 0 {
            Messages.say("\(counted(summary.errors, "problem")); \(counted(summary.documents, "document")) read")
            throw ExitCode(1)
        }
        if summary.documents == 0 { messages.note("no documents found") }
    }
}

/// Properties of the terminal of a file descriptor.
enum Terminal {
    /// Returns the width of texts: the number in the environment variable `COLUMNS`, otherwise that of the terminal,
    /// otherwise 100.
    ///
    /// - Parameter descriptor: The output, or nil for a file.
    static func width(of descriptor: CInt?) -> Int {
        if let text = getenv("COLUMNS"), let columns = Int(String(cString: text)), columns > 0 { return columns }
        return descriptor.flatMap(columns) ?? 100
    }

    /// Returns the number of columns, or nil if the descriptor is not a terminal or the number is unknown.
    static func columns(of descriptor: CInt) -> Int? {
        var size = winsize()
        guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }
}

/// Runs a use case on the corpus that options choose, and writes its result.
struct CodedRun {
    let codebook: CodebookOptions
    let corpus: CorpusOptions
    /// Nil if the command only uses automatic codings.
    let codings: CodingOptions?
    /// The language of the codes' names, or nil for their first names.
    let language: String?

    /// The codings of a study that count if no option chooses them.
    var usual = CodingChoice.final
    /// Whether the command needs the texts, which coded files are without.
    var needsTexts = true

    /// Opens the corpus. Call it once in a command, because it opens the study.
    func open(quiet: Bool) throws -> CodedCorpus {
        let input = try corpus.open(needsTexts: needsTexts)
        if let coded = corpus.codedPath, codebook.nested != nil {
            throw ValidationError("--nested applies to coding texts, and \(coded) is coded already")
        }
        let file = try codebook.file(quiet: quiet)
        if let sections = try corpus.reading.chosenSections, !quiet {
            let names = SectionType.allCases.filter(sections.contains).map(\.rawValue).joined(separator: ", ")
            Messages.say("only passages in sections of these types are coded and counted: \(names)")
        }
        return try CodedCorpus(
            input, codebook: file, settings: try corpus.reading.settings, nesting: codebook.nesting,
            codings: try codings?.choice(input, usual: usual) ?? .automatic, language: language)
    }

    /// Opens the corpus, runs a use case on it, writes the result, and prints how the run ended.
    func run<Value>(
        quiet: Bool, printing: Bool = false, useCase: (CodedCorpus, RunMonitor) throws -> (Value, RunSummary),
        write: (Value, CodedCorpus) throws -> Void
    ) throws {
        let corpus = try open(quiet: quiet)
        let run = try TerminalRun(self.corpus.paths, self.corpus.reading, quiet: quiet, printing: printing)
        let (value, summary) = try run.run { try useCase(corpus, $0) }
        try write(value, corpus)
        try run.end(summary)
    }
}
