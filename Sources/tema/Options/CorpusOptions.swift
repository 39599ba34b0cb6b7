import ArgumentParser
import Glibc
import TemaModel
import TemaPipeline
import TemaStudy

/// Options that choose documents and how they are read.
struct CorpusOptions: ParsableArguments {
    @Argument(
        help:
            "Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study (.tema). Statistics also read coded files (.coded).",
        completion: .file())
    var paths: [String]

    @OptionGroup(title: "Reading options") var reading: ReadingOptions

    func validate() throws {
        if paths.isEmpty { throw ValidationError("pass a file or folder to read, or - for standard input") }
        if let coded = codedPath {
            if let other = paths.first(where: { !CodedFile.isCoded($0) }) {
                throw ValidationError(
                    "the coded file \(coded) cannot be combined with \(other); code it too, with `tema code -c CODEBOOK \(other) -o FILE.coded`"
                )
            }
            try reading.refuseForCoded(coded)
        }
        guard let study = paths.first(where: StudyPath.isStudy) else { return }
        if paths.count > 1 {
            throw ValidationError(
                "the study \(study) cannot be combined with other inputs; import them with `tema import`")
        }
        try reading.refuseForStudy(study)
    }

    /// The first coded file, or nil.
    var codedPath: String? { paths.first(where: CodedFile.isCoded) }

    /// Returns the input. Each command calls it once, because it opens the study.
    ///
    /// - Parameter needsTexts: Whether the command needs the texts, which coded files are without.
    func open(needsTexts: Bool = true) throws -> CorpusInput {
        if let coded = codedPath {
            guard !needsTexts else {
                throw ValidationError(
                    "\(coded) is a coded file, and this command needs the words of the texts; pass the texts themselves"
                )
            }
            return .coded(try CodedFiles(paths))
        }
        guard let path = paths.first, StudyPath.isStudy(path) else { return .paths(paths) }
        let study = try Study(path, for: .reading)
        try study.holdSnapshot()
        return .study(study)
    }

    /// Runs a use case without a codebook on all documents.
    func run<Value>(
        quiet: Bool, printing: Bool, _ useCase: (Corpus, RunMonitor) throws -> (Value, RunSummary)
    ) throws -> (Value, RunSummary, TerminalRun) {
        let corpus = Corpus(try open(), settings: try reading.settings)
        let run = try TerminalRun(paths, reading, quiet: quiet, printing: printing)
        let (value, summary) = try run.run { try useCase(corpus, $0) }
        return (value, summary, run)
    }

    /// Prints a listing of all documents.
    ///
    /// - Parameter joined: The variables to join to each row.
    func list(
        _ listing: DocumentListing, _ output: OutputOptions, joined: JoinedVariables = JoinedVariables("")
    ) throws {
        var variables = joined
        let table = try output.table(variables.joined(listing.layout))
        let (_, summary, run) = try self.run(quiet: output.quiet, printing: output.output == nil) { corpus, monitor in
            (
                (),
                try corpus.each(monitor) { document throws(Problem) in
                    let more = variables.cells(document)
                    for row in listing.rows(document) { try table.add(row, joining: more) }
                }
            )
        }
        try variables.check()
        try table.finish(notes: listing.notes(documents: summary.documents))
        try run.end(summary)
    }
}

extension CorpusOptions {
    /// Creates options for paths that are arguments of another option.
    init(_ paths: [String], _ reading: ReadingOptions) {
        self.init()
        (self.paths, self.reading) = (paths, reading)
    }
}
