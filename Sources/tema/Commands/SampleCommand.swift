import ArgumentParser
import TemaAnalysis
import TemaCodebook
import TemaModel
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
        guard let study else { return }
        guard StudyPath.isOne(study) else { throw ValidationError("a study's name ends in .tema") }
        guard !corpus.paths.contains("-") else {
            throw ValidationError("standard input cannot be read again for --study; save it in a file")
        }
    }

    func run() throws {
        let codes = try codebook.codes(corpus, quiet: output.quiet)
        let chosen = try chosenCodes(codes)
        var sample = Sample(codes: codes, chosen: chosen, size: Sample.Size(found: found, other: other), seed: seed)
        let coding = try codebook.coder(codes, try corpus.chosenKinds)
        try corpus.run(coder: coding, quiet: output.quiet, printing: false) {
            sample.add($0)
        } finish: { _ in
            if let study { try make(study, codes, sample.documents) }
            try output.write(sample.table(), codes)
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

    /// Makes a study of the documents that have a passage in the sample, whole, so that each passage has its context.
    private func make(_ path: String, _ codes: CodeList, _ documents: Set<String>) throws {
        let study = try Study.create(at: path)
        let who = try coder.coder
        _ = try study.importDocuments(by: who) { take in
            var failure: Problem?
            try corpus.run(coder: nil, quiet: true, printing: false) { coded in
                guard failure == nil, documents.contains(coded.document.id) else { return }
                do throws(Problem) { try take(coded.document) } catch { failure = error }
            } finish: { _ in
            }
            if let failure { throw failure }
        }
        try study.setCodebook(
            CodebookYAML.write(codes.codebook), codes: codes.entries.map(\.path), detail: codes.codebook.coder, by: who)
    }
}
