import ArgumentParser
import TemaAnalysis
import TemaCoding
import TemaModel
import TemaPipeline

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find mistakes in a codebook, its examples and indicators.",
        discussion: """
            Example: tema check Codebooks/cecchet-2014.yaml --corpus Corpus

            With --corpus, it warns of indicators that have no match in these texts, are shadowed by others, match in \
            one document only, or belong to two codes. With --format or -o, it prints them as a table.
            """)

    @Argument(help: "Codebook (YAML file).", completion: .file(extensions: ["yaml", "yml"]))
    var codebook: String
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Files, folders, archives or a study in which to try the indicators.", valueName: "paths"),
        completion: .file())
    var corpus: [String] = []
    @OptionGroup(title: "Reading options") var reading: ReadingOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    func validate() throws {
        if corpus.isEmpty, output.format != "text" || output.output != nil {
            throw ValidationError("--format and -o apply to the results of --corpus; add --corpus")
        }
        if !corpus.isEmpty { try CorpusOptions(corpus, reading).validate() }
    }

    func run() throws {
        let file = try CodebookFile.read(codebook, quiet: output.quiet)
        let codes = file.codes
        let test = try CodebookTest(codes)
        test.failures.forEach(report)
        let isTable = output.format != "text" || output.output != nil
        let summary =
            "\(codes.codebook.coder): \(counted(codes.count, "code")), \(counted(codes.indicators.count, "indicator")), "
            + "\(counted(test.examples, "example")) and \(counted(test.counterexamples, "counterexample")), "
            + "\(test.failures.count) failing"
        if isTable { if !output.quiet { Messages.say(summary) } } else { try Messages.show(summary) }
        if !corpus.isEmpty { try tryIndicators(file, asTable: isTable) }
        if !test.failures.isEmpty { throw ExitCode(1) }
    }

    private func report(_ failure: CodebookTest.Failure) {
        let what =
            failure.isExample
            ? "is not found in its example" : "is found by “\(failure.indicator ?? "")” in its counterexample"
        Messages.say("\(codebook): \(failure.code) \(what): \(failure.example)")
    }

    private func tryIndicators(_ file: CodebookFile, asTable: Bool) throws {
        let input = try CorpusOptions(corpus, reading).open()
        let run = try TerminalRun(corpus, reading, quiet: output.quiet)
        let (use, summary) = try run.run {
            try file.tryIndicators(in: input, settings: try reading.settings, monitor: $0)
        }
        if asTable {
            try output.write(use.table(), file.codes)
        } else {
            if !output.quiet {
                for finding in use.findings { Messages.say(finding.problem.inFile(codebook).description) }
            }
            try Messages.show(use.summary.text(in: try output.language.language(file.codes)))
        }
        try run.end(summary)
    }
}
