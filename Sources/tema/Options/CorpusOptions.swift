import ArgumentParser
import CodingEngine
import Exchange
import Glibc
import Ingest
import Model
import Store

/// What is read, and how.
struct CorpusOptions: ParsableArguments {
    @Argument(
        help:
            "Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study (.tema).",
        completion: .file())
    var paths: [String]

    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        if paths.count > 1, let study = paths.first(where: StudyPath.isOne) {
            throw ValidationError("the study \(study) stands alone; `tema import` takes other documents into it")
        }
        if paths.isEmpty { throw ValidationError("name a file or a folder to read, or - for standard input") }
    }

    var chosenKinds: Set<PassageKind>? { get throws { try reading.chosenKinds } }

    var subArticles: Bool {
        get { reading.subArticles }
        set { reading.subArticles = newValue }
    }

    /// The study that stands for the corpus, where one does.
    var study: Study? {
        get throws {
            guard let path = paths.first, StudyPath.isOne(path) else { return nil }
            return try Study(path, for: .reading)
        }
    }

    /// Reads everything, then says how it went.
    ///
    /// - Parameters:
    ///   - coder: What codes each document; none where they are only read.
    ///   - hand: What gives each document other codings then.
    ///   - printing: Whether results are printed meanwhile, so that a bar at the same terminal would be in the
    ///     way.
    ///   - told: Takes each problem that is told.
    func run(
        coder: AutomaticCoder?, hand: CorpusRun.Coding? = nil, quiet: Bool, printing: Bool,
        told: @escaping (Problem) -> Void = { _ in }, _ consume: (CodedDocument) -> Void,
        finish: (Int) throws -> Void
    ) throws {
        let isShown = !quiet && isatty(STDERR_FILENO) == 1 && !(printing && isatty(STDOUT_FILENO) == 1)
        let progress = Progress(paths: paths, isShown: isShown)
        let messages = Messages(quiet: quiet, progress: progress, told: told)
        let run = CorpusRun(settings: try reading.settings(paths), messages: messages, study: try study, coding: hand)
        let count = try Interruption.deferred { () throws(Problem) in try run.each(coder: coder, consume) }
        progress.end()
        if Interruption.signal != 0 {
            Messages.say("interrupted after \(counted(count, "document")); the result is not complete")
            throw ExitCode(128 + Interruption.signal)
        }
        try finish(count)
        if messages.errors > 0 {
            Messages.say("\(counted(messages.errors, "problem")); \(counted(count, "document")) read")
            throw ExitCode(1)
        }
        if count == 0 { messages.note("there was no document to read") }
    }
}

extension CorpusOptions {
    /// The same for paths that a command has taken by another name.
    init(_ paths: [String], _ reading: ReadingOptions) {
        self.init()
        (self.paths, self.reading) = (paths, reading)
    }
}
