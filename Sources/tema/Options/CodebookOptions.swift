import ArgumentParser
import TemaCoding
import TemaModel
import TemaPipeline

/// What is coded with, and how.
struct CodebookOptions: ParsableArguments {
    @Option(
        name: [.short, .long], help: "The codebook, a YAML file; by default a study's own.",
        completion: .file(extensions: ["yaml", "yml"]))
    var codebook: String?

    @Option(
        help: "How to count a match nested in another code's longer match: independent (the default) or longest.")
    var nested: Matcher.Nesting?

    var nesting: Matcher.Nesting { nested ?? .independent }

    /// The codebook named; nil for a study's own. Its warnings are printed.
    func file(quiet: Bool) throws -> CodebookFile? {
        guard let codebook else { return nil }
        return try CodebookFile.read(codebook, quiet: quiet)
    }
}

extension CodebookFile {
    /// Reads a file, and prints its warnings.
    static func read(_ path: String, quiet: Bool) throws -> CodebookFile {
        let file = try CodebookFile(path: path)
        Messages.say(file.problems, quiet: quiet)
        return file
    }
}

extension Matcher.Nesting: ExpressibleByArgument {}
