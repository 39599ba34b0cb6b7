import ArgumentParser
import TemaFormats
import TemaModel
import TemaTables

extension Bibliography.Style: ExpressibleByArgument {}

struct ArticlesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "articles", abstract: "Print a table of the articles, or cite them (BibTeX, APA).",
        discussion: """
            Example: tema articles --columns "no,title,authors,year,design=method|methods" articles/

            A column is no, document, file or citation; otherwise a variable of metadata or front matter; otherwise \
            the text of the sections with that type (abstract, methods, results, …) or heading. NAME=SOURCE|SOURCE \
            renames a column, and uses the first source that an article has.

            --cite prints a list of references instead: tema articles --cite bibtex articles/ -o references.bib
            """)

    @Option(help: "Columns, separated by commas.")
    var columns: String?
    @Option(
        help: ArgumentHelp(
            "Maximum length of a section's text in Unicode scalars; 0 for no limit.", valueName: "number"))
    var length = 300
    @Option(help: ArgumentHelp("Print references in this style.", valueName: "style"))
    var cite: Bibliography.Style?
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    func validate() throws {
        guard 0...1_000_000 ~= length else { throw ValidationError("--length must be from 0 to 1,000,000") }
        if cite != nil, columns != nil || output.chosenFormat != nil {
            throw ValidationError("--cite prints references, not a table; remove --columns and --format")
        }
        _ = try chosen
    }

    private var chosen: [ArticleColumn] {
        get throws {
            do throws(Problem) { return try ArticleColumn.columns(columns ?? ArticleColumn.usual) } catch {
                throw ValidationError(error.message + (error.suggestion.map { " (\($0))" } ?? ""))
            }
        }
    }

    func run() throws {
        if let cite { return try writeReferences(cite) }
        var evidence = EvidenceTable(try chosen, length: length)
        let table = try output.table(evidence.layout)
        let (_, summary, run) = try corpus.run(quiet: output.quiet, printing: output.output == nil) { corpus, monitor in
            ((), try corpus.each(monitor) { document throws(Problem) in try table.add(evidence.row(document)) })
        }
        try table.finish(notes: evidence.notes)
        try run.end(summary)
    }

    private func writeReferences(_ style: Bibliography.Style) throws {
        let output = try OutputFile(self.output.output)
        var references = Bibliography()
        let (_, summary, run) = try corpus.run(quiet: self.output.quiet, printing: false) { corpus, monitor in
            ((), try corpus.each(monitor) { document throws(Problem) in references.add(document) })
        }
        try output.write(references.text(style).utf8)
        try output.finish()
        try run.end(summary)
    }
}
