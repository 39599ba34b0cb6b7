import ArgumentParser
import CodingEngine
import Exchange
import Ingest
import Model

/// What is coded with, and how.
struct CodebookOptions: ParsableArguments {
    @Option(name: [.short, .long], help: "The codebook, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var codebook: String

    @Option(help: "What counts of a match inside another code's longer match: both, or the longest.")
    var nested = Matcher.Nesting.independent

    /// The codes, once the codebook has proved sound.
    func codes(quiet: Bool) throws -> CodeList {
        try CodebookFile.read(codebook, quiet: quiet)
    }

    func coder(_ codes: CodeList, _ kinds: Set<PassageKind>?) throws -> AutomaticCoder {
        AutomaticCoder(try Matcher(codes, nesting: nested), kinds: kinds ?? PassageKind.codedByDefault)
    }
}
