import ArgumentParser
import Glibc
import TemaFormats
import TemaModel
import TemaRefi

struct RefiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refi",
        abstract: "Check and repair REFI-QDA files (.qdpx, .qdc).",
        discussion: "Example: tema refi lint project.qdpx",
        subcommands: [RefiLintCommand.self])
}

struct RefiLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check a REFI-QDA codebook or project, and repair it.",
        discussion: """
            Example: tema refi lint project.qdpx

            Example: tema refi lint project.qdpx --fix -o repaired.qdpx

            It checks the schema and what the schema does not cover: GUIDs without an object, positions outside the \
            text, missing files. With --fix it writes a copy with all unambiguous repairs. The file itself is never \
            changed. Exit codes: 0 no errors, 1 errors (with --fix: in the copy), 2 the file could not be read.
            """)

    @Argument(help: "File to check.", completion: .file(extensions: ["qdc", "qde", "qdpx"]))
    var file: String
    @Flag(help: "Write a repaired copy to the file of -o.")
    var fix = false
    @OptionGroup(title: "Output options") var output: OutputOptions

    func validate() throws {
        if fix, output.output == nil { throw ValidationError("--fix needs -o, such as -o repaired.qdpx") }
    }

    func run() throws {
        let source = try ByteSource.open(file)
        if fix { return try repair(source) }
        let findings = try RefiLint.check(source)
        try show(findings, of: file, output: output)
        if findings.count(.error) > 0 { throw ExitCode(1) }
    }

    private func repair(_ source: ByteSource) throws {
        guard let path = output.output else { return }
        guard Self.identity(of: path) == nil || Self.identity(of: path) != Self.identity(of: file) else {
            throw ValidationError("the copy would replace the file itself; choose another name with -o")
        }
        let repair = try RefiRepair(source)
        try OutputFile.write(repair.bytes, to: path)
        var shown = output
        shown.output = nil
        for finding in repair.repairs.sorted where !output.quiet {
            let place = finding.problem(in: file)
            Messages.say(
                Problem("repaired: \(finding.message)", severity: .note, file: place.file, line: place.line).description
            )
        }
        try show(repair.left, of: path, output: shown)
        if repair.left.count(.error) > 0 { throw ExitCode(1) }
    }

    /// Returns device and inode, which identify a file under all its names, or nil if it does not exist.
    private static func identity(of path: String) -> [UInt64]? {
        var status = stat()
        return stat(path, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : nil
    }

    /// Prints a line for each finding, or a table if a format is set, and their numbers on standard error.
    private func show(_ findings: RefiFindings, of path: String, output: OutputOptions) throws {
        if output.format == "text", output.output == nil {
            for finding in findings.sorted where finding.severity == .error || !output.quiet {
                try Messages.show(finding.problem(in: path).description)
            }
            for (rule, count) in findings.unlisted {
                try Messages.show("\(path): \(count) more of \(rule.rawValue)")
            }
        } else {
            try output.write(findings.table())
        }
        guard !output.quiet else { return }
        let counts = [(Problem.Severity.error, "error"), (.warning, "warning"), (.note, "note")].map {
            counted(findings.count($0.0), $0.1)
        }
        Messages.say("\(path): \(counts.joined(separator: ", "))")
    }
}
