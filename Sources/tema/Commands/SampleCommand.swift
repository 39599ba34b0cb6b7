import ArgumentParser
import TemaAnalysis
import TemaCodebook
import TemaModel
import TemaPipeline
import TemaStudy

struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Draw passages at random by which a person checks what a codebook finds.",
        discussion: """
            Example: tema sample -c codebook.yaml --format csv -o check.csv articles/

            For each code it draws passages in which the code was found, and passages in which it was not. Write yes or no in the \
            column verdict, or code the passages by hand in the study that --study makes; then `tema validate` tells precision and recall.
            """)

    @Option(help: "How many passages are drawn of those in which a code was found.")
    var found = 20
    @Option(help: "How many are drawn of all others.")
    var other = 20
    @Option(help: "What decides the draw: the same seed draws the same passages.")
    var seed: UInt64 = 1
    @Option(help: "One code to check, by its path or its id; may be given again.")
    var code: [String] = []
    @Option(help: "Check the codes of this level, by its name or its number from the top.")
    var level: String?
    @Option(
        help: "Make a study with the documents of the sample and the codebook, to code the passages by hand.",
        completion: .file(extensions: ["tema"]))
    var study: String?
    @OptionGroup var codebook: CodebookOptions
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var coder: CoderOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard 1...100_000 ~= found, 1...100_000 ~= other else {
            throw ValidationError("--found and --other take numbers from 1 to 100000")
        }
        if !code.isEmpty, level != nil { throw ValidationError("name codes, or a level") }
        guard let study else {
            if coder.name != nil { throw ValidationError("--coder says who makes the study: add --study") }
            return
        }
        guard StudyPath.isStudy(study) else { throw ValidationError("a study's name ends in .tema") }
        guard !corpus.paths.contains("-") else {
            throw ValidationError("standard input cannot be read again for --study; save it in a file")
        }
    }

    func run() throws {
        try CodedRun(codebook: codebook, corpus: corpus, hand: nil).run(quiet: output.quiet) { corpus, monitor in
            let sample = Sample(
                codes: corpus.codes, chosen: try chosenCodes(corpus.codes),
                size: Sample.Size(found: found, other: other), seed: seed)
            return try corpus.sample(sample, makingStudy: study, by: try coder.coder, monitor: monitor)
        } write: { sample, corpus in
            try output.write(sample.table(), corpus.codes)
        }
    }

    /// By default the codes that have indicators of their own: others are found through those below them.
    private func chosenCodes(_ codes: CodeList) throws -> [Int] {
        if let level {
            let depth = try codes.depth(ofLevel: level)
            return codes.entries.indices.filter { codes.entries[$0].depth == depth }
        }
        guard code.isEmpty else { return Set(try code.map { try codes.number(named: $0) }).sorted() }
        return Set(codes.indicators.map(\.code)).sorted()
    }
}
