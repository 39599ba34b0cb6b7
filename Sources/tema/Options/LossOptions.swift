import ArgumentParser
import TemaFormats
import TemaModel
import TemaTables

/// Options that report what a conversion lost.
struct LossOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Write a table of losses, in the format of the file's extension.", valueName: "file"),
        completion: .file())
    var losses: String?

    func validate() throws {
        if let losses, Self.format(of: losses) == nil {
            throw ValidationError("--losses needs a file with the extension of a table format, such as losses.csv")
        }
    }

    private static func format(of path: String) -> (any TableFormat.Type)? {
        OutputOptions.format(promisedBy: path).flatMap(TableFormats.named)
    }

    /// Prints the losses, and writes their table.
    ///
    /// - Parameters:
    ///   - file: The name of the converted file.
    ///   - strict: Whether losses are an error.
    /// - Throws: Exit code 2 if anything was lost and `strict` is set.
    func report(_ lost: Losses, of file: String, from: String, to: String, strict: Bool, quiet: Bool) throws {
        LossReport(lost).report(of: file, from: from, to: to, quiet: quiet)
        if let losses, let type = Self.format(of: losses) {
            let table = lost.table()
            let output = try TableOutput(
                try OutputFile(losses), type, layout: table.layout, options: TableOptions(), quiet: true)
            for row in table.rows { try output.add(row) }
            try output.finish(notes: [])
        }
        if strict, !lost.isEmpty {
            Messages.say("\(file): nothing written: data would be lost, and --strict is set")
            throw ExitCode(2)
        }
    }
}
