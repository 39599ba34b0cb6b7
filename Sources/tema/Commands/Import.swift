import ArgumentParser
import Exchange
import Ingest
import Model
import Store

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take documents into a study, and other programs' projects and codings.",
        discussion: """
            Example: tema import interviews.tema transcripts/ nvivo.qdpx

            All documents come in at once, or none where the run cannot go on. Hand codings of a changed document are put \
            on the same words of its new text; those that someone should look at are listed.

            Projects and codings, after the documents: \
            \(ProjectFormats.all.map { "\($0.name), \($0.summary)" }.joined(separator: "; ")). Each comes in at once too.
            """)

    @OptionGroup var argument: StudyArgument
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var coder: CoderOptions
    @OptionGroup var receipt: ReceiptOptions
    @OptionGroup var losses: LossOptions
    @Option(
        help: "How positions in a project are counted: standard, nvivo, atlas, maxqda, or such as utf16,crlf=2.")
    var offsets: String?
    @Flag(help: "Add codes that codings have and the codebook does not.")
    var addCodes = false
    @Flag(name: [.short, .long], help: "Say only what went wrong.")
    var quiet = false

    func validate() throws {
        _ = try dialect
    }

    private var dialect: OffsetDialect? { get throws { try offsets.map { try OffsetDialect(parsing: $0) } } }

    func run() throws {
        guard try corpus.study == nil else { throw ValidationError("a study is not imported into another") }
        let named = corpus.reading.from.flatMap(ProjectFormats.named)
        var projects: [(path: String, format: any ProjectFormat.Type)] = []
        var documents: [String] = []
        for path in corpus.paths {
            if let format = try named ?? ProjectFormats.format(of: InputPath(path)) {
                projects.append((path, format))
            } else {
                documents.append(path)
            }
        }
        let study = try argument.open(.writing)
        var ending: ExitCode?
        if !documents.isEmpty { ending = try importDocuments(documents, study) }
        for (path, format) in projects {
            let (result, problems) = try ProjectImport(
                study: study, path: path, format: format, coder: coder.coder, addsCodes: addCodes,
                strict: corpus.reading.strict, quiet: quiet, losses: losses, offsets: dialect
            ).run()
            try receipt.tell(Receipt(of: result, study: argument.study, from: path))
            if !quiet {
                result.documents.unsure.forEach(Reanchor.tell)
                if result.codings > 0 { try tellOfOtherCoders(study) }
            }
            if problems > 0 { ending = ExitCode(1) }
        }
        if let ending { throw ending }
    }

    /// Says how to see codings that one who has none would look for in vain.
    private func tellOfOtherCoders(_ study: Study) throws {
        let me = try coder.coder
        guard try !study.coders().contains(where: { $0.coder == me }) else { return }
        Messages.say("these codings are other coders', not \(me)'s: `--hand --everyone` shows them")
    }

    private func importDocuments(_ paths: [String], _ study: Study) throws -> ExitCode? {
        var ending: ExitCode?
        var corpus = CorpusOptions(paths, corpus.reading)
        // A study keeps them all; whoever reads it says whether sub-articles count.
        corpus.subArticles = true
        let result: ImportResult
        do {
            result = try study.importDocuments(by: try coder.coder) { take in
                var failure: Problem?
                do {
                    try corpus.run(coder: nil, quiet: quiet, printing: false) { coded in
                        guard failure == nil else { return }
                        do throws(Problem) { try take(coded.document) } catch { failure = error }
                    } finish: { _ in
                    }
                } catch let code as ExitCode where Interruption.signal == 0 { ending = code }
                if let failure { throw failure }
            }
        } catch  where Interruption.signal != 0 {
            throw ExitCode(128 + Interruption.signal)
        }
        try receipt.tell(Receipt(of: result, study: argument.study))
        if !quiet { result.unsure.forEach(Reanchor.tell) }
        return ending
    }
}

extension Receipt {
    fileprivate init(of result: ImportResult, study: String) {
        self.init(
            "\(study): \(result.added.count) new, \(result.changed.count) changed, \(result.unchanged) as before",
            [
                "study": .text(study), "added": .names(result.added), "changed": .names(result.changed),
                "unchanged": .integer(result.unchanged), "moved_codings": .names(result.moved.map(\.id)),
                "to_review": .names(result.unsure.map(\.id)),
            ])
    }

    fileprivate init(of result: ProjectImported, study: String, from path: String) {
        let documents = result.documents
        self.init(
            "\(study): from \(path) \(counted(documents.added.count, "new document")), "
                + "\(counted(result.codings, "coding")), \(counted(result.memos, "memo"))"
                + (result.knownCodings > 0 ? "; \(counted(result.knownCodings, "coding")) as before" : ""),
            [
                "study": .text(study), "project": .text(path), "added": .names(documents.added),
                "changed": .names(documents.changed), "unchanged": .integer(documents.unchanged),
                "codings": .integer(result.codings), "known_codings": .integer(result.knownCodings),
                "memos": .integer(result.memos), "kept": .integer(result.kept),
                "refused": .integer(result.refused.count), "to_review": .names(documents.unsure.map(\.id)),
            ])
    }
}
