import ArgumentParser
import TemaFormats
import TemaModel
import TemaTables

/// How what a conversion could not carry is told.
struct LossOptions: ParsableArguments {
    @Option(help: "Write a table of what was lost, in the format of the file's ending.", completion: .file())
    var losses: String?

    func validate() throws {
        if let losses, Self.format(of: losses) == nil {
            throw ValidationError("--losses takes a file that ends like a table's format, such as losses.csv")
        }
    }

    private static func format(of path: String) -> (any TableFormat.Type)? {
        OutputOptions.format(promisedBy: path).flatMap(TableFormats.named)
    }

    /// Tells what was lost, in lines and in the table.
    ///
    /// - Parameters:
    ///   - file: What was converted.
    ///   - strict: Whether nothing may be lost.
    /// - Throws: The exit code 2 where something is lost that may not.
    func tell(_ lost: Losses, of file: String, from: String, to: String, strict: Bool, quiet: Bool) throws {
        LossReport(lost).tell(of: file, from: from, to: to, quiet: quiet)
        if let losses, let type = Self.format(of: losses) {
            let table = lost.table()
            let output = try TableOutput(
                try OutputFile(losses), type, layout: table.layout, options: TableOptions(), quiet: true)
            for row in table.rows { try output.add(row) }
            try output.finish(notes: [])
        }
        if strict, !lost.isEmpty {
            Messages.say("\(file): nothing is written, for --strict was said")
            throw ExitCode(2)
        }
    }
}
