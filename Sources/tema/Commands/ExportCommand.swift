import ArgumentParser
import Glibc
import TemaAnalysis
import TemaCodebook
import TemaExchange
import TemaFormats
import TemaModel
import TemaPipeline
import TemaRefi
import TemaStudy
import TemaTables

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Export a spreadsheet, or a project for NVivo and others.",
        discussion: """
            Example: tema export -c codebook.yaml articles/ -o codebook.xlsx

            The spreadsheet contains codebook, frequencies, co-occurrence, matrix and quotes. A study has its own \
            codebook: tema export interviews.tema -o codebook.xlsx

            The extension of -o, or --to, chooses another program's format. The file contains the study's documents, codebook, \
            memos and codings (see --codings; automatic ones are those of a separate coder): tema export interviews.tema -o interviews.qdpx. Formats: \
            \(ProjectFormats.all.filter { !$0.isReadOnly }.map { "\($0.name), \($0.summary)" }.joined(separator: "; ")). For the \
            codebook alone: \(CodebookFormats.all.map { $0.name }.joined(separator: ", ")).
            """)

    @Option(help: "Unit of co-occurrence.")
    var unit = CooccurrenceUnit.passage
    @Option(help: ArgumentHelp("Maximum number of quotes for each code. By default 10.", valueName: "number"))
    var quotes: Int?
    @OptionGroup var language: LanguageOptions
    @OptionGroup var counting: CountingOptions
    @Option(
        name: [.short, .long], help: ArgumentHelp("Write to a file, atomically.", valueName: "file"),
        completion: .file())
    var output: String?
    @Option(
        help: ArgumentHelp("Format. By default that of the extension of -o.", valueName: "format"),
        completion: .list(ProjectExport.Format.names))
    var to: String?
    @Option(
        help: "Program whose positions and line ends to use: standard, nvivo, atlas, maxqda.")
    var dialect: String?
    @OptionGroup var losses: LossOptions
    @Flag(name: [.short, .long], help: "Print errors only.")
    var quiet = false

    /// The other program's format, or nil for a spreadsheet.
    private var project: ProjectExport.Format? {
        get throws {
            let ending = to ?? output.flatMap { InputPath($0).fileExtension } ?? XLSXTable.name
            if ending == XLSXTable.name { return nil }
            if let format = to.flatMap(ProjectExport.Format.init(named:)) { return format }
            if to == nil, let format = output.flatMap(ProjectExport.Format.init(byEndingOf:)) { return format }
            let known = [XLSXTable.name] + ProjectExport.Format.names
            throw ValidationError(
                to.map { "unknown export format “\($0)”; \(didYouMean($0, known))" }
                    ?? "no export format has the extension .\(ending) (\(didYouMean(ending, known)))"
            )
        }
    }

    func validate() throws {
        guard 0...1000 ~= quotes ?? 0 else { throw ValidationError("--quotes must be from 0 to 1,000") }
        let project = try project
        if let project, case .project(let format) = project, format.isReadOnly {
            throw ValidationError("\(format.name) can only be imported; choose another format")
        }
        if project == nil, dialect != nil {
            throw ValidationError("--dialect applies to other programs' formats, not to spreadsheets")
        }
        _ = try offsets
        guard output != nil || isatty(STDOUT_FILENO) == 0 else {
            throw ValidationError("the output cannot be printed on a terminal; set a file, such as -o codebook.xlsx")
        }
    }

    private var offsets: OffsetDialect? {
        get throws {
            guard let dialect else { return nil }
            guard let known = OffsetDialect.named(dialect) else {
                throw ValidationError(
                    "unknown dialect “\(dialect)”; \(didYouMean(dialect, OffsetDialect.named.map(\.name)))")
            }
            return known
        }
    }

    func run() throws {
        guard let format = try project else { return try writeSpreadsheet() }
        let input = try counting.corpus.open()
        guard case .study(let study) = input else {
            throw ValidationError("only studies can be exported as \(format.name)")
        }
        var settings = ProjectExport.Settings()
        (settings.codings, settings.offsets) = (try counting.codings.choice(input), try offsets)
        let export = try ProjectExport(study, as: format, settings: settings)
        Messages.say(export.problems, quiet: quiet)
        try losses.report(
            export.losses, of: study.path, from: "a study", to: format.name, strict: counting.corpus.reading.strict,
            quiet: quiet)
        try export.write(to: output)
    }

    private func writeSpreadsheet() throws {
        let output = try OutputFile(output)
        try counting.coded(language).run(quiet: quiet) { corpus, monitor in
            var options = CodedCorpus.WorkbookOptions()
            (options.unit, options.level) = (unit, try counting.depth(in: corpus.codes))
            options.quotes = try counting.quotes(quotes, usual: options.quotes, quiet: quiet)
            (options.names, options.language) = (language.tag, try language.language(corpus.codes))
            return try corpus.workbook(options, provenance: CommandText.provenance(corpus.codes), monitor: monitor)
        } write: { file, _ in
            try output.write(file)
            try output.finish()
        }
    }
}
