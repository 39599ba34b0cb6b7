import ArgumentParser
import TemaCoding
import TemaModel
import TemaPipeline

/// Options that choose the codebook and how it is applied.
struct CodebookOptions: ParsableArguments {
    @Option(
        name: [.short, .long], help: ArgumentHelp("Codebook (YAML file). By default a study's own.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var codebook: String?

    @Option(
        help: ArgumentHelp(
            "How to count a match nested in another code's longer match. By default independent.", valueName: "method"))
    var nested: Matcher.Nesting?

    var nesting: Matcher.Nesting { nested ?? .independent }

    /// Reads the codebook of the option and prints its warnings. Returns nil for a study's own.
    func file(quiet: Bool) throws -> CodebookFile? {
        guard let codebook else { return nil }
        return try CodebookFile.read(codebook, quiet: quiet)
    }
}

extension CodebookFile {
    /// Reads a codebook file and prints its warnings.
    static func read(_ path: String, quiet: Bool) throws -> CodebookFile {
        let file = try CodebookFile(path: path)
        Messages.say(file.problems, quiet: quiet)
        return file
    }
}

extension Matcher.Nesting: ExpressibleByArgument {}
