import Analysis
import ArgumentParser
import Model

struct FrequenciesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frequencies", abstract: "Print the codebook frequency table.",
        discussion: "Example: tema frequencies -c codebook.yaml --level theme articles/")

    @OptionGroup var codebook: CodebookOptions
    @OptionGroup var level: LevelOption
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let codes = try codebook.codes(quiet: output.quiet)
        var frequencies = Frequencies(codes: codes, level: try level.depth(in: codes))
        let coder = try codebook.coder(codes, try corpus.chosenKinds)
        try corpus.run(coder: coder, quiet: output.quiet) {
            frequencies.add($0)
        } finish: { _ in
            try output.write(frequencies.table())
        }
    }
}
