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

    @Option(
        name: .customLong("from"),
        help:
            "The format of all files: \(DocumentReaders.all.map { $0.name }.joined(separator: ", ")). By default each file tells."
    )
    var from: String?

    @Option(help: "The encoding of all files, where they do not say it or are wrong: windows-1252, UTF-16, …")
    var encoding: String?

    @Option(
        help:
            "The kinds of passages, with commas between them: \(PassageKind.allCases.map(\.rawValue).joined(separator: ", ")). By default titles, abstracts, paragraphs, list items, quotes and boxes are coded."
    )
    var kinds: String?

    @Flag(help: "Take sub-articles and responses as documents too.")
    var subArticles = false

    @Option(name: [.short, .long], help: "How many workers read at a time.")
    var jobs: Int?

    @Flag(help: "Stop at the first file that cannot be read.")
    var strict = false

    func validate() throws {
        if paths.count > 1, let study = paths.first(where: StudyPath.isOne) {
            throw ValidationError("the study \(study) stands alone; `tema import` takes other documents into it")
        }
        if paths.isEmpty { throw ValidationError("name a file or a folder to read, or - for standard input") }
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
        _ = try chosenKinds
        _ = try settings
    }

    var settings: CorpusRun.Settings {
        get throws {
            let format = try from.map { name in
                guard let reader = DocumentReaders.named(name) else {
                    throw ValidationError(
                        "“\(name)” is no format; \(didYouMean(name, DocumentReaders.all.map { $0.name }))")
                }
                return reader
            }
            let text = try encoding.map { name in
                guard let encoding = TextEncoding.named(name) else {
                    throw ValidationError(
                        "“\(name)” is no encoding that Tema reads; \(didYouMean(name, TextEncoding.known))")
                }
                return encoding
            }
            return CorpusRun.Settings(
                paths: paths, format: format, encoding: text, subArticles: subArticles,
                jobs: jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), strict: strict)
        }
    }

    /// The study that stands for the corpus, where one does.
    var study: Study? {
        get throws {
            guard let path = paths.first, StudyPath.isOne(path) else { return nil }
            return try Study(path, for: .reading)
        }
    }

    /// The kinds named, or nothing where none are.
    var chosenKinds: Set<PassageKind>? {
        get throws {
            guard let kinds else { return nil }
            return Set(
                try kinds.split(separator: ",").map { name in
                    guard let kind = PassageKind(rawValue: String(name)) else {
                        throw ValidationError(
                            "“\(name)” is no kind of passage; \(didYouMean(String(name), PassageKind.allCases.map(\.rawValue)))"
                        )
                    }
                    return kind
                })
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
        Interruption.listen()
        let count = try CorpusRun(settings: try settings, messages: messages, study: try study, coding: hand)
            .each(coder: coder, consume)
        progress.end()
        try finish(count)
        if Interruption.signal != 0 {
            Messages.say("interrupted: what is shown is \(counted(count, "document")), not all")
            throw ExitCode(128 + Interruption.signal)
        }
        if messages.errors > 0 {
            Messages.say("\(counted(messages.errors, "problem")); \(counted(count, "document")) read")
            throw ExitCode(1)
        }
        if count == 0 { messages.note("there was no document to read") }
    }
}
