import ArgumentParser
import Glibc
import TemaCodebook
import TemaFormats
import TemaModel
import TemaTables

/// The formats that the help of `--format` lists.
protocol FormatList {
    static var formats: [any TableFormat.Type] { get }
}

/// The formats of all tables.
enum FormatsOfTables: FormatList {
    static var formats: [any TableFormat.Type] { TableFormats.all }
}

/// The formats of quotes.
enum FormatsOfQuotes: FormatList {
    static var formats: [any TableFormat.Type] { QuoteFormats.all }
}

typealias OutputOptions = FormatOptions<FormatsOfTables>

/// Options of the output of tables.
struct FormatOptions<List: FormatList>: ParsableArguments {
    @Option(
        name: .customLong("format"),
        help:
            "Output format: \(List.formats.map { $0.name }.joined(separator: ", ")). By default that of the extension of -o, or text.",
        completion: .list(List.formats.map { $0.name }))
    var chosenFormat: String?

    @Option(
        name: [.short, .long], help: ArgumentHelp("Write to a file, atomically.", valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup var language: LanguageOptions

    @Flag(help: "Do not escape cells that a spreadsheet would interpret as formulas.")
    var raw = false

    @Flag(name: [.short, .long], help: "Print errors only.")
    var quiet = false

    mutating func validate() throws {
        // As without the option, so that the table fits the terminal.
        if output == "-" { output = nil }
    }

    /// The format of `--format`, or that of the file's extension, or text.
    var format: String { format(of: TableFormats.all) }

    /// The format of `--format`, or that of the file's extension, or text.
    ///
    /// - Parameter formats: The formats of the table.
    func format(of formats: [any TableFormat.Type]) -> String {
        chosenFormat ?? output.flatMap { Self.format(promisedBy: $0, of: formats) } ?? "text"
    }

    private static var plainTextEndings: Set<String> { ["txt"] }
    private static var otherEndings: [String: String] { ["md": "markdown", "htm": "html"] }

    /// Returns the table or network format of a file's extension, or nil.
    ///
    /// - Parameter formats: The formats of the table.
    static func format(promisedBy path: String, of formats: [any TableFormat.Type] = TableFormats.all) -> String? {
        guard let ending = ending(of: path) else { return nil }
        return otherEndings[ending] ?? formats.first { $0.name == ending }?.name ?? NetworkFormats.named(ending)?.name
    }

    private static func ending(of path: String) -> String? {
        path.split(separator: "/").last?.split(separator: ".").dropFirst().last.map(String.init)
    }

    private static var parquet: ValidationError {
        ValidationError(
            "tables cannot be written as parquet (write CSV and convert it: duckdb -c \"COPY (FROM 'table.csv') TO 'table.parquet'\")"
        )
    }

    /// Throws if the file's extension is not that of a format and `--format` is not set.
    private func checkEnding(_ formats: [any TableFormat.Type]) throws {
        guard chosenFormat == nil, let output, let ending = Self.ending(of: output),
            Self.format(promisedBy: output, of: formats) == nil,
            !Self.plainTextEndings.contains(ending)
        else { return }
        if ending == "parquet" { throw Self.parquet }
        let known = formats.map { $0.name }
        throw ValidationError(
            "no format has the extension .\(ending) (\(didYouMean(ending, known)))")
    }

    /// Opens the output of a table.
    ///
    /// - Parameters:
    ///   - codes: The codes of the codebook, for the provenance and the language, or nil.
    ///   - formats: The formats of the table.
    func table(
        _ layout: Table.Layout, _ codes: CodeList? = nil, formats: [any TableFormat.Type] = TableFormats.all
    ) throws -> TableOutput {
        try checkEnding(formats)
        let format = format(of: formats)
        guard let type = formats.first(where: { $0.name == format }) else {
            if format == "parquet" { throw Self.parquet }
            throw ValidationError(
                "unknown format “\(format)”; \(didYouMean(format, formats.map { $0.name }))")
        }
        if raw, !type.defusesFormulas {
            throw ValidationError("--raw applies to formats that spreadsheets open (csv, tsv), not to \(format)")
        }
        guard type.isText || output != nil || isatty(STDOUT_FILENO) == 0 else {
            throw ValidationError("\(format) cannot be printed on a terminal; set a file, such as -o table.\(format)")
        }
        let options = TableOptions(
            width: Terminal.width(of: output == nil ? STDOUT_FILENO : nil), raw: raw,
            language: try language.language(codes),
            provenance: CommandText.provenance(codes))
        return try TableOutput(try OutputFile(output), type, layout: layout, options: options, quiet: quiet)
    }

    func write(_ table: Table, _ codes: CodeList? = nil, notes: [Phrase] = []) throws {
        let output = try self.table(table.layout, codes)
        for row in table.rows { try output.add(row) }
        try output.finish(notes: table.notes + notes)
    }
}

/// Writes a table to an output, row by row.
final class TableOutput {
    private let output: OutputFile
    private var format: any TableFormat
    private let quiet: Bool
    private let carriesNotes: Bool
    private let language: DisplayLanguage
    /// The definitions of the columns for programs.
    private let definitions: [Phrase]

    init(
        _ output: OutputFile, _ type: any TableFormat.Type, layout: Table.Layout, options: TableOptions, quiet: Bool
    ) throws(Problem) {
        self.output = output
        self.quiet = quiet
        language = options.language
        definitions = layout.definitions(of: layout.columns(for: .programs))
        format = type.init(layout, options: options)
        carriesNotes = type.carriesNotes
        try output.write { format.begin(into: &$0) }
    }

    func add(_ row: Table.Row) throws(Problem) {
        try output.write { format.add(row, into: &$0) }
    }

    /// Writes a row with further cells after its own.
    func add(_ row: Table.Row, joining cells: [Table.Cell]) throws(Problem) {
        var row = row
        row.cells += cells
        try add(row)
    }

    func finish(notes: [Phrase]) throws(Problem) {
        try output.write { (out: inout [UInt8]) throws(Problem) in
            do { try format.end(notes: notes, into: &out) } catch {
                throw error as? Problem ?? Problem("the table cannot be written: \(error)")
            }
        }
        try output.finish()
        guard !carriesNotes, !quiet else { return }
        for note in definitions + notes { Messages.say(note.text(in: language)) }
    }
}
