import ArgumentParser
import TemaAnalysis
import TemaCodebook
import TemaCoding
import TemaFormats
import TemaModel
import TemaPipeline
import TemaReport
import TemaStudy

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write tables, charts and quotes as one HTML page.",
        discussion: """
            Example: tema report -c codebook.yaml articles/ -o report.html

            The page has charts, tables, quotes, methods and provenance, and loads no external resources. The same \
            input produces the same page: it has a date only with --date.
            """)

    @Option(help: "Unit of co-occurrence.")
    var unit = CooccurrenceUnit.passage
    @Option(help: ArgumentHelp("Maximum number of quotes for each code. By default 3.", valueName: "number"))
    var quotes: Int?
    @Option(
        help: ArgumentHelp(
            "A reviewed sample of `tema sample`, for a section on validation.", valueName: "file"),
        completion: .file(extensions: ["csv"]))
    var validation: String?
    @OptionGroup var draw: DrawOptions
    @Option(help: "Date to print, in any form.")
    var date: String?
    @OptionGroup var counting: CountingOptions
    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Write to a file, atomically. By default standard output.", valueName: "file"),
        completion: .file())
    var output: String?
    @OptionGroup var language: LanguageOptions
    @Flag(name: [.short, .long], help: "Print errors only.")
    var quiet = false

    /// The options that other commands do not have, or that do not change what they read.
    private static let ownOptions = ["--unit", "--quotes", "--validation", "--draws", "--seed", "--date"]
    /// The options that commands without a codebook do not have.
    private static let codebookOptions = ["-c", "--codebook", "--nested", "--level", "--codings", "--coder"]

    func validate() throws {
        guard 0...20 ~= quotes ?? 0 else { throw ValidationError("--quotes must be from 0 to 20") }
        if let ending = output.flatMap({ InputPath($0).fileExtension }), !["html", "htm"].contains(ending) {
            throw ValidationError("a report is an HTML page: use the extension .html with -o, not .\(ending)")
        }
    }

    func run() throws {
        let judgements = try validation.map { try SampleFile.read($0) } ?? []
        if let validation { try SampleFile.checkReviewed(judgements, path: validation) }
        let output = try OutputFile(output)
        try counting.coded(language).run(quiet: quiet) { corpus, monitor in
            var options = ReportStatistics.Options()
            (options.level, options.unit) = (try counting.depth(in: corpus.codes), unit)
            options.quotes = try counting.quotes(quotes, usual: options.quotes, quiet: quiet)
            (options.draws, options.seed) = (draw.draws, draw.seed)
            let isCoded = counting.corpus.codedPath != nil
            return try corpus.report(
                options, judgements: judgements, inputs: CommandText.inputs(without: Self.ownOptions),
                documentInputs: isCoded
                    ? nil : CommandText.inputs(without: Self.ownOptions + Self.codebookOptions),
                software: "Tema \(Tema.version) (\(corpus.settings.parser.description))", date: date,
                language: try language.language(corpus.codes), monitor: monitor)
        } write: { page, _ in
            try output.write(page)
            try output.finish()
        }
    }
}
