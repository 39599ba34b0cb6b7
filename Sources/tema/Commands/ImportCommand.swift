import ArgumentParser
import TemaExchange
import TemaFormats
import TemaModel
import TemaPipeline
import TemaRefi
import TemaStudy

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Add documents, or other programs' projects, to a study.",
        discussion: """
            Example: tema import interviews.tema transcripts/ nvivo.qdpx

            All documents are imported in one action; if the run fails, none is. Hand codings of a changed document \
            move to the same words of its new text. Those that need review are listed.

            Projects and codings are imported after the documents, each in one action. --from also accepts their formats: \
            \(ProjectFormats.all.map { "\($0.name), \($0.summary)" }.joined(separator: "; ")).
            """)

    @OptionGroup var argument: StudyArgument
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions
    @OptionGroup var losses: LossOptions
    @Option(
        help: ArgumentHelp(
            "How a project counts positions: standard, nvivo, atlas, maxqda, or a list such as utf16,crlf=2.",
            valueName: "dialect"))
    var offsets: String?
    @Flag(help: "Add codes that the codings have and the codebook lacks.")
    var addCodes = false
    @Flag(name: [.short, .long], help: "Print errors only.")
    var quiet = false

    func validate() throws {
        _ = try dialect
        if let study = corpus.paths.first(where: StudyPath.isStudy) {
            throw ValidationError("the study \(study) cannot be imported; merge studies with `tema merge`")
        }
    }

    private var dialect: OffsetDialect? {
        get throws {
            guard let offsets else { return nil }
            do throws(Problem) { return try OffsetDialect(parsing: offsets) } catch {
                throw ValidationError(error.message + (error.suggestion.map { " (\($0))" } ?? ""))
            }
        }
    }

    func run() throws {
        let named = corpus.reading.from.flatMap(ProjectFormats.named)
        var projects: [(path: String, format: any ProjectFormat.Type)] = []
        var documents: [String] = []
        var problems = 0
        for path in corpus.paths {
            if let format = try named ?? ProjectFormats.format(of: InputPath(path)) {
                projects.append((path, format))
            } else if let problem = codebookProblem(path) {
                guard !corpus.reading.strict else { throw problem }
                Messages.say(problem.description)
                problems += 1
            } else {
                documents.append(path)
            }
        }
        let study = try argument.open(.writing)
        let run = try TerminalRun(documents, corpus.reading, quiet: quiet)
        var summary: RunSummary?
        if !documents.isEmpty { summary = try importDocuments(documents, study, run: run) }
        for (path, format) in projects { problems += try importProject(path, format, study: study) }
        if let summary { try run.end(summary) }
        if problems > 0 { throw ExitCode(1) }
    }

    /// Returns the error of importing a REFI-QDA codebook, or nil if the path is not that of one or a format is set.
    private func codebookProblem(_ path: String) -> Problem? {
        guard corpus.reading.from == nil, InputPath(path).fileExtension == "qdc" else { return nil }
        return Problem(
            "it is a REFI-QDA codebook, which contains no documents",
            suggestion: "import it with `tema codebook import`", file: path)
    }

    /// Suggests `--from brat` if annotation files of brat were skipped.
    private func suggestBrat(_ summary: RunSummary) {
        guard !quiet, summary.skipped.contains(where: { $0.hasSuffix(" .ann") }) else { return }
        Messages.say("the .ann files look like brat annotations: import their folder with `--from brat`")
    }

    /// Returns the number of errors.
    private func importProject(
        _ path: String, _ format: any ProjectFormat.Type, study: Study
    ) throws -> Int {
        var settings = ProjectImport.Settings(coder: try coder.coder)
        (settings.addsCodes, settings.offsets) = (addCodes, try dialect)
        let project = try ProjectImport(path, as: format, into: study, settings: settings)
        Messages.say(project.problems, quiet: quiet)
        try losses.report(
            project.losses, of: path, from: format.name, to: "a study", strict: corpus.reading.strict, quiet: quiet)
        let result = try project.run()
        Messages.say(result.refused, quiet: quiet)
        try receipt.report(Receipt(of: result, study: argument.study, from: path))
        if !quiet {
            result.documents.unsure.forEach(ReanchorCommand.report)
        }
        return (project.problems + result.refused).count { $0.severity == .error }
    }

    private func importDocuments(_ paths: [String], _ study: Study, run: TerminalRun) throws -> RunSummary {
        let (result, summary) = try run.run { monitor in
            try study.importFiles(paths, settings: try corpus.reading.settings, by: try coder.coder, monitor: monitor)
        }
        try receipt.report(Receipt(of: result, study: argument.study))
        if !quiet { result.unsure.forEach(ReanchorCommand.report) }
        suggestBrat(summary)
        return summary
    }
}

extension Receipt {
    fileprivate init(of result: ImportResult, study: String) {
        self.init(
            "\(study): \(result.added.count) new, \(result.changed.count) changed, \(result.unchanged) unchanged",
            [
                "study": .text(study), "added": .names(result.added), "changed": .names(result.changed),
                "unchanged": .integer(result.unchanged), "moved_codings": .names(result.moved.map(\.id)),
                "to_review": .names(result.unsure.map(\.id)),
            ])
    }

    fileprivate init(of result: ProjectImportResult, study: String, from path: String) {
        let documents = result.documents
        self.init(
            "\(study): \(counted(documents.added.count, "new document")), "
                + "\(counted(result.codings, "coding")), \(counted(result.memos, "memo")) from \(path)"
                + (result.knownCodings > 0 ? "; \(counted(result.knownCodings, "coding")) already in the study" : ""),
            [
                "study": .text(study), "project": .text(path), "added": .names(documents.added),
                "changed": .names(documents.changed), "unchanged": .integer(documents.unchanged),
                "codings": .integer(result.codings), "known_codings": .integer(result.knownCodings),
                "memos": .integer(result.memos), "kept": .integer(result.kept),
                "refused": .integer(result.refused.count), "to_review": .names(documents.unsure.map(\.id)),
            ])
    }
}
