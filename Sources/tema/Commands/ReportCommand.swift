import ArgumentParser
import TemaAnalysis
import TemaCodebook
import TemaCoding
import TemaFormats
import TemaModel
import TemaReport
import TemaStudy

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write one page with pictures, tables, quotes, methods and provenance.",
        discussion: """
            Example: tema report -c codebook.yaml articles/ -o report.html

            The page loads nothing from elsewhere. The same input gives the same page; a date stands in it only with --date.
            """)

    @Option(help: "What two codes must share to co-occur.")
    var unit = CooccurrenceUnit.passage
    @Option(help: "How many passages of each code are quoted at most.")
    var quotes = 3
    @OptionGroup var draw: DrawOptions
    @Option(help: "A date to print, as you write it.")
    var date: String?
    @OptionGroup var counting: CountingOptions
    @Option(name: [.short, .long], help: "The page to write; by default standard output.", completion: .file())
    var output: String?
    @Flag(name: [.short, .long], help: "Say only what went wrong.")
    var quiet = false

    func validate() throws {
        guard 0...20 ~= quotes else { throw ValidationError("--quotes takes 0 to 20") }
    }

    func run() throws {
        let output = try Output(output)
        let (codes, codebook) = try counting.codebook.codesAndYAML(counting.corpus, quiet: quiet)
        let depth = try counting.depth(in: codes)
        var options = ReportStatistics.Options()
        (options.level, options.unit, options.quotes) = (depth, unit, quotes)
        (options.draws, options.seed) = (draw.draws, draw.seed)
        var statistics = ReportStatistics(codes: codes, options: options)
        var (files, source) = (0, nil as String?)
        var problems = ProblemList()
        let told = { (problem: Problem) in problems.add(problem) }
        try counting.each(codes, quiet: quiet, told: told) { coded in
            statistics.add(coded)
            if coded.document.source != source { files += 1 }
            source = coded.document.source
        } finish: { count in
            let provenance = try self.provenance(codes, codebook, files, count, problems)
            let report = Report(codes: codes, tables: statistics.tables, provenance: provenance)
            output.write { $0 += report.html }
            output.finish()
        }
    }

    private func provenance(
        _ codes: CodeList, _ codebook: [UInt8], _ files: Int, _ documents: Int, _ problems: ProblemList
    ) throws -> Provenance {
        let level = try counting.depth(in: codes) ?? codes.deepestLevel
        let levels = codes.codebook.levels
        let kinds = try counting.corpus.chosenKinds ?? PassageKind.codedByDefault
        var options = [("Nested matches", counting.codebook.nested.rawValue)]
        options.append(("Random orders", "\(draw.draws), seed \(draw.seed)"))
        options.append(("Quotes for each code", "\(quotes)"))
        if counting.corpus.subArticles { options.append(("Sub-articles", "taken as documents")) }
        return Provenance(
            software: "Tema \(Tema.version) (libxml2 \(LibXML2Version.text))", codebookHash: SHA256.hex(codebook),
            codebookSource: counting.codebook.codebook ?? "the study", corpus: counting.corpus.paths, files: files,
            documents: documents, kinds: PassageKind.allCases.filter(kinds.contains), unit: unit.rawValue,
            level: levels.indices.contains(level - 1) ? levels[level - 1] : "",
            coder: counting.hand.hand ? try counting.hand.whose ?? "everybody" : codes.codebook.coder,
            options: options.map { (name: $0.0, value: $0.1) }, problemCount: problems.count, problems: problems.first,
            date: date)
    }
}

/// How many problems there were, and the first of them.
private struct ProblemList {
    private static let most = 50
    var count = 0
    var first: [Problem] = []

    mutating func add(_ problem: Problem) {
        guard problem.severity == .error else { return }
        count += 1
        if first.count < Self.most { first.append(problem) }
    }
}
