import ArgumentParser
import TemaCoding
import TemaModel

/// What is coded with, and how.
struct CodebookOptions: ParsableArguments {
    @Option(
        name: [.short, .long], help: "The codebook, a YAML file; by default a study's own.",
        completion: .file(extensions: ["yaml", "yml"]))
    var codebook: String?

    @Option(help: "What counts of a match inside another code's longer match: both, or the longest.")
    var nested = Matcher.Nesting.independent

    /// The codes, once the codebook has proved sound.
    func codes(_ corpus: CorpusOptions, quiet: Bool) throws -> CodeList {
        try codesAndYAML(corpus, quiet: quiet).codes
    }

    /// The codes, with the codebook's file, or what a study has of it, byte by byte.
    func codesAndYAML(_ corpus: CorpusOptions, quiet: Bool) throws -> (codes: CodeList, yaml: [UInt8]) {
        if let codebook {
            let source = try CodebookFile.Source(codebook)
            return (try CodebookFile.read(source, quiet: quiet), source.bytes)
        }
        guard let study = try corpus.study else {
            throw ValidationError("name a codebook with -c; only a study has its own")
        }
        return (try CodebookFile.read(of: study), Array((try study.codebook() ?? "").utf8))
    }

    func coder(_ codes: CodeList, _ kinds: Set<PassageKind>?) throws -> AutomaticCoder {
        AutomaticCoder(try Matcher(codes, nesting: nested), kinds: kinds ?? PassageKind.codedByDefault)
    }
}
