import ArgumentParser
import TemaAnalysis
import TemaModel

struct FrequenciesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frequencies", abstract: "Print the codebook frequency table.",
        discussion: """
            Example: tema frequencies -c codebook.yaml --level theme articles/

            The ten most frequent themes: tema frequencies -c codebook.yaml --level theme --top 10 articles/
            """)

    @OptionGroup(title: "Row options") var rows: RowOptions
    @OptionGroup var options: StatisticOptions

    func run() throws {
        let (counting, output) = (options.counting, options.output)
        try counting.count(quiet: output.quiet, language: output.language) { codes, level in
            Frequencies(codes: codes, level: level)
        } write: { counts, corpus in
            let table = try rows.shaped(
                counts.table(), corpus.codes, in: try output.language.language(corpus.codes),
                columns: ("measure", Phrase("measure")), long: counts.longTable)
            try output.write(table, corpus.codes, notes: corpus.notes)
        }
    }
}
