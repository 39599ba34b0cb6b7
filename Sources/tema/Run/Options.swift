import ArgumentParser
import CodingEngine
import Dispatch
import Exchange
import Glibc
import Ingest
import Model

/// How results are written.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .long, help: "How to write: \(TableFormats.all.map { $0.name }.joined(separator: ", ")).",
        completion: .list(TableFormats.all.map { $0.name }))
    var format = "text"

    @Option(name: [.short, .long], help: "Write to a file, which appears when it is whole.", completion: .file())
    var output: String?

    @Flag(help: "Leave cells that a spreadsheet would take for a formula as they are.")
    var raw = false

    @Flag(name: [.short, .long], help: "Say only what went wrong.")
    var quiet = false

    func table(_ layout: Table.Layout) throws -> TableOutput {
        guard let type = TableFormats.named(format) else {
            throw ValidationError(
                "“\(format)” is no format; \(didYouMean(format, TableFormats.all.map { $0.name }))")
        }
        return TableOutput(
            try Output(output), type, layout, TableOptions(width: Self.width(isFile: output != nil), raw: raw),
            quiet: quiet)
    }

    func write(_ table: Table) throws {
        let output = try self.table(table.layout)
        for row in table.rows { output.add(row) }
        output.finish(notes: table.notes)
    }

    /// The terminal's columns, or 100 where there is none.
    private static func width(isFile: Bool) -> Int {
        var size = winsize()
        guard !isFile, isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
        else { return 100 }
        return Int(size.ws_col)
    }
}

/// A table on its way out, row by row.
final class TableOutput {
    private let output: Output
    private var format: any TableFormat
    private let quiet: Bool
    private let carriesNotes: Bool

    init(
        _ output: Output, _ type: any TableFormat.Type, _ layout: Table.Layout, _ options: TableOptions, quiet: Bool
    ) {
        self.output = output
        self.quiet = quiet
        format = type.init(layout, options: options)
        carriesNotes = type.carriesNotes
        output.write { format.begin(into: &$0) }
    }

    func add(_ row: Table.Row) {
        output.write { format.add(row, into: &$0) }
    }

    func finish(notes: [String]) {
        output.write { format.end(notes: notes, into: &$0) }
        output.finish()
        if !carriesNotes, !quiet { notes.forEach(Messages.say) }
    }
}

/// What is read, and how.
struct CorpusOptions: ParsableArguments {
    @Argument(help: "Files, folders, or - for standard input.", completion: .file())
    var paths: [String]

    @Option(
        name: .customLong("from"),
        help:
            "The format of all files: \(DocumentReaders.all.map { $0.name }.joined(separator: ", ")). By default each file tells."
    )
    var from: String?

    @Option(help: "The encoding of all files, where they do not say it or are wrong: windows-1252, UTF-16, …")
    var encoding: String?

    @Option(help: "The kinds of passages, with commas between them; see --help for those taken by default.")
    var kinds: String?

    @Flag(help: "Take sub-articles and responses as documents too.")
    var subArticles = false

    @Option(name: [.short, .long], help: "How many workers read at a time.")
    var jobs: Int?

    @Flag(help: "Stop at the first file that cannot be read.")
    var strict = false

    func validate() throws {
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
    func run(coder: AutomaticCoder?, quiet: Bool, _ consume: (CodedDocument) -> Void, finish: (Int) throws -> Void)
        throws
    {
        let messages = Messages(quiet: quiet)
        Interruption.listen()
        let count = try CorpusRun(settings: try settings, messages: messages).each(coder: coder, consume)
        try finish(count)
        if Interruption.signal != 0 {
            Messages.say("interrupted: what is shown is \(count) documents, not all")
            throw ExitCode(128 + Interruption.signal)
        }
        if messages.errors > 0 {
            Messages.say("\(messages.errors) problems; \(count) documents were read")
            throw ExitCode(1)
        }
        if count == 0 { messages.note("there was no document to read") }
    }
}

/// What is coded with, and how.
struct CodebookOptions: ParsableArguments {
    @Option(name: [.short, .long], help: "The codebook, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var codebook: String

    @Option(help: "What becomes of a match inside another code's longer match: independent (both count) or longest.")
    var nested = "independent"

    /// The codes, once the codebook has proved sound.
    func codes(quiet: Bool) throws -> CodeList {
        try CodebookFile.read(codebook, quiet: quiet)
    }

    func coder(_ codes: CodeList, _ kinds: Set<PassageKind>?) throws -> AutomaticCoder {
        guard let nesting = Matcher.Nesting(rawValue: nested) else {
            throw ValidationError(
                "“\(nested)” is no nesting; \(didYouMean(nested, Matcher.Nesting.allCases.map(\.rawValue)))")
        }
        return AutomaticCoder(try Matcher(codes, nesting: nesting), kinds: kinds ?? PassageKind.codedByDefault)
    }
}

/// A level of a codebook's tree.
struct LevelOption: ParsableArguments {
    @Option(help: "The level to tell about, by its name in the codebook or its number from the top.")
    var level: String?

    func depth(in codes: CodeList) throws -> Int? {
        guard let level else { return nil }
        if let at = codes.codebook.levels.firstIndex(of: level) { return at + 1 }
        if let number = Int(level), (1...max(1, codes.entries.map(\.depth).max() ?? 1)).contains(number) {
            return number
        }
        throw ValidationError("the codebook has no level “\(level)”; \(didYouMean(level, codes.codebook.levels))")
    }
}

/// Reads codebook files and tells what is wrong with them.
enum CodebookFile {
    static func read(_ path: String, quiet: Bool) throws -> CodeList {
        let (codebook, problems) = try load(path)
        for problem in problems where problem.severity == .error || !quiet { Messages.say(problem.description) }
        guard let codebook else {
            Messages.say("the codebook \(path) cannot be used")
            throw ExitCode(2)
        }
        return CodeList(codebook)
    }

    static func load(_ path: String) throws -> (codebook: Codebook?, problems: [Problem]) {
        let source = try ByteSource.open(path)
        if let size = source.size, size > Limits.yamlBytes {
            throw Problem("longer than \(Limits.yamlBytes >> 20) MB", wayOut: "split the codebook", file: source.name)
        }
        return CodebookYAML.read(try source.beginning(source.size ?? Limits.yamlBytes), file: source.name)
    }
}
