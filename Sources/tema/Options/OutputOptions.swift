import ArgumentParser
import Glibc
import TemaCodebook
import TemaFormats
import TemaModel
import TemaTables

/// How results are written.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .customLong("format"),
        help:
            "How to write: \(TableFormats.all.map { $0.name }.joined(separator: ", ")). By default as the ending of -o says, else text.",
        completion: .list(TableFormats.all.map { $0.name }))
    var chosenFormat: String?

    @Option(name: [.short, .long], help: "Write to a file, which appears when it is whole.", completion: .file())
    var output: String?

    @Flag(help: "Leave cells that a spreadsheet would take for a formula as they are.")
    var raw = false

    @Flag(name: [.short, .long], help: "Say only what went wrong.")
    var quiet = false

    /// What was asked for, or what the name of the file promises.
    var format: String { chosenFormat ?? output.flatMap(Self.format(promisedBy:)) ?? "text" }

    private static let plainTextEndings: Set<String> = ["txt"]
    private static let otherEndings = ["md": "markdown", "htm": "html"]

    /// The format of tables or networks that a file's name ends in; nil if it is none.
    static func format(promisedBy path: String) -> String? {
        guard let ending = ending(of: path) else { return nil }
        return otherEndings[ending] ?? TableFormats.named(ending)?.name ?? NetworkFormats.named(ending)?.name
    }

    private static func ending(of path: String) -> String? {
        path.split(separator: "/").last?.split(separator: ".").dropFirst().last.map(String.init)
    }

    /// Refuses a file whose ending promises no format, if none was asked for.
    private func checkEnding() throws {
        guard chosenFormat == nil, let output, let ending = Self.ending(of: output),
            Self.format(promisedBy: output) == nil,
            !Self.plainTextEndings.contains(ending)
        else { return }
        let known = TableFormats.all.map { $0.name } + NetworkFormats.all.map { $0.name }
        throw ValidationError(
            "no format has the ending .\(ending) (\(didYouMean(ending, known)); --format chooses one for any name)")
    }

    /// - Parameter codes: What it was coded with, where it was.
    func table(_ layout: Table.Layout, _ codes: CodeList? = nil) throws -> TableOutput {
        try checkEnding()
        guard let type = TableFormats.named(format) else {
            throw ValidationError(
                "“\(format)” is no format; \(didYouMean(format, TableFormats.all.map { $0.name }))")
        }
        if raw, !type.defusesFormulas {
            throw ValidationError("--raw is for formats that spreadsheets open (csv, tsv), not for \(format)")
        }
        guard type.isText || output != nil || isatty(STDOUT_FILENO) == 0 else {
            throw ValidationError("\(format) is not for a terminal; name a file, such as -o table.\(format)")
        }
        // A hundred columns where no terminal says how many there are.
        let width = output == nil ? Terminal.columns(of: STDOUT_FILENO) : nil
        let options = TableOptions(width: width ?? 100, raw: raw, provenance: CommandText.provenance(codes))
        return try TableOutput(try OutputFile(output), type, layout: layout, options: options, quiet: quiet)
    }

    func write(_ table: Table, _ codes: CodeList? = nil) throws {
        let output = try self.table(table.layout, codes)
        for row in table.rows { try output.add(row) }
        try output.finish(notes: table.notes)
    }
}
