import ArgumentParser
import TemaAnalysis
import TemaCodebook
import TemaModel
import TemaPipeline
import TemaStudy

struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Draw random passages to label by hand, for validate.",
        discussion: """
            Example: tema sample -c codebook.yaml --format csv -o check.csv articles/

            For each code it draws passages in which the code was found, and passages in which it was not. Write yes \
            or no in the column verdict, or code the passages by hand in the study of --study. Then `tema validate` \
            computes precision and recall.
            """)

    @Option(help: ArgumentHelp("Number of passages in which a code was found.", valueName: "number"))
    var found = 20
    @Option(help: ArgumentHelp("Number of other passages.", valueName: "number"))
    var other = 20
    @Option(help: ArgumentHelp("Random seed.", valueName: "number"))
    var seed: UInt64 = 1
    @Option(help: "Code to check, by its path, id or name. Repeat it for more codes.")
    var code: [String] = []
    @Option(help: "Codebook level to check, by its name or its number from the top.")
    var level: String?
    @Option(
        help: "Create a study of the sample's documents, to code the passages by hand.",
        completion: .file(extensions: ["tema"]))
    var study: String?
    @OptionGroup var codebook: CodebookOptions
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var coder: CoderOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    func validate() throws {
        guard 1...100_000 ~= found, 1...100_000 ~= other else {
            throw ValidationError("--found and --other must be from 1 to 100,000")
        }
        if !code.isEmpty, level != nil { throw ValidationError("use either --code or --level") }
        guard let study else {
            if coder.name != nil { throw ValidationError("--coder is the coder who creates the study: add --study") }
            return
        }
        guard StudyPath.isStudy(study) else { throw ValidationError("a study's file name must end in .tema") }
        guard !corpus.paths.contains("-") else {
            throw ValidationError("standard input cannot be read twice, as --study requires; save it in a file")
        }
    }

    func run() throws {
        let coded = CodedRun(codebook: codebook, corpus: corpus, codings: nil, language: output.language.tag)
        try coded.run(quiet: output.quiet) { corpus, monitor in
            let sample = Sample(
                codes: corpus.codes, chosen: try chosenCodes(corpus.codes),
                size: Sample.Size(found: found, other: other), seed: seed)
            return try corpus.sample(sample, makingStudy: study, by: try coder.coder, monitor: monitor)
        } write: { sample, corpus in
            try output.write(sample.table(), corpus.codes)
        }
    }

    /// The chosen codes. By default these are the codes with indicators of their own; others are found through their
    /// descendants.
    private func chosenCodes(_ codes: CodeList) throws -> [Int] {
        if let level {
            let depth = try codes.depth(ofLevel: level)
            return codes.entries.indices.filter { codes.entries[$0].depth == depth }
        }
        guard code.isEmpty else { return Set(try code.map { try codes.number(named: $0) }).sorted() }
        return Set(codes.indicators.map(\.code)).sorted()
    }
}
