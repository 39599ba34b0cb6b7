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
        abstract: "Write one spreadsheet of all results, or a study in another program's format.",
        discussion: """
            Example: tema export -c codebook.yaml articles/ -o codebook.xlsx

            The spreadsheet has codebook, frequencies, co-occurrence, matrix and quotes. A study has its own codebook: tema \
            export interviews.tema --hand -o codebook.xlsx

            The ending of -o, or --to, chooses another program's format, which has the study's documents, codebook, codings \
            by hand (everybody's, or those of --coder) and memos: tema export interviews.tema -o interviews.qdpx. Formats: \
            \(ProjectFormats.all.filter { !$0.isReadOnly }.map { "\($0.name), \($0.summary)" }.joined(separator: "; ")). Of its \
            codebook alone: \(CodebookFormats.all.map { $0.name }.joined(separator: ", ")).
            """)

    @Option(help: "What two codes must share to co-occur.")
    var unit = CooccurrenceUnit.passage
    @Option(help: "How many passages of each code are quoted at most.")
    var quotes = 10
    @Option(help: "The language of the codebook's names and definitions, such as id.")
    var language: String?
    @OptionGroup var counting: CountingOptions
    @Option(
        name: [.short, .long], help: "The file to write, which appears when it is whole.", completion: .file())
    var output: String?
    @Option(help: "The format, where the ending of -o does not say it.", completion: .list(ProjectExport.Format.names))
    var to: String?
    @Option(
        help: "Count positions as a program does, and write line ends as it does: standard, nvivo, atlas, maxqda.")
    var dialect: String?
    @Flag(help: "In another program's format, the codings of the codebook's indicators too, as a coder of their own.")
    var automatic = false
    @OptionGroup var losses: LossOptions
    @Flag(name: [.short, .long], help: "Say only what went wrong.")
    var quiet = false

    /// The other program's format; nothing for a spreadsheet.
    private var project: ProjectExport.Format? {
        get throws {
            let ending = to ?? output.flatMap { InputPath($0).fileExtension } ?? XLSXTable.name
            if ending == XLSXTable.name { return nil }
            if let format = to.flatMap(ProjectExport.Format.init(named:)) { return format }
            if to == nil, let format = output.flatMap(ProjectExport.Format.init(byEndingOf:)) { return format }
            let known = [XLSXTable.name] + ProjectExport.Format.names
            throw ValidationError(
                to.map { "“\($0)” is no format of exports; \(didYouMean($0, known))" }
                    ?? "the name of -o promises no format of exports; name one with --to: \(known.joined(separator: ", "))"
            )
        }
    }

    func validate() throws {
        guard 0...1000 ~= quotes else { throw ValidationError("--quotes takes 0 to 1,000") }
        let project = try project
        if let project, case .project(let format) = project, format.isReadOnly {
            throw ValidationError("\(format.name) is only read; export another format")
        }
        if project == nil, dialect != nil || automatic {
            throw ValidationError("--dialect and --automatic are for other programs' formats, not for spreadsheets")
        }
        _ = try offsets
        guard output != nil || isatty(STDOUT_FILENO) == 0 else {
            throw ValidationError("this is not for a terminal; name a file, such as -o codebook.xlsx")
        }
    }

    private var offsets: OffsetDialect? {
        get throws {
            guard let dialect else { return nil }
            guard let known = OffsetDialect.named(dialect) else {
                throw ValidationError(
                    "“\(dialect)” is no dialect; \(didYouMean(dialect, OffsetDialect.named.map(\.name)))")
            }
            return known
        }
    }

    func run() throws {
        guard let format = try project else { return try writeSpreadsheet() }
        guard case .study(let study) = try counting.corpus.open() else {
            throw ValidationError("only a study is written as \(format.name)")
        }
        var settings = ProjectExport.Settings()
        if let name = counting.hand.options.name { settings.coder = .coder(try study.coder(named: name)) }
        (settings.includesAutomatic, settings.offsets) = (automatic, try offsets)
        let export = try ProjectExport(study, as: format, settings: settings)
        Messages.say(export.problems, quiet: quiet)
        try losses.tell(
            export.losses, of: study.path, from: "a study", to: format.name, strict: counting.corpus.reading.strict,
            quiet: quiet)
        try export.write(to: output)
    }

    private func writeSpreadsheet() throws {
        let output = try OutputFile(output)
        try counting.coded.run(quiet: quiet) { corpus, monitor in
            var options = CodedCorpus.WorkbookOptions()
            (options.unit, options.level) = (unit, try counting.depth(in: corpus.codes))
            (options.quotes, options.language) = (quotes, language)
            return try corpus.workbook(options, provenance: CommandText.provenance(corpus.codes), monitor: monitor)
        } write: { file, _ in
            try output.write(file)
            try output.finish()
        }
    }
}
