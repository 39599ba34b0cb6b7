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
        if let ending = output.flatMap({ InputPath($0).fileExtension }), !["html", "htm"].contains(ending) {
            throw ValidationError("a report is a page: give -o the ending .html, not .\(ending)")
        }
    }

    func run() throws {
        let output = try OutputFile(output)
        try counting.coded.run(quiet: quiet) { corpus, monitor in
            var options = ReportStatistics.Options()
            (options.level, options.unit, options.quotes) = (try counting.depth(in: corpus.codes), unit, quotes)
            (options.draws, options.seed) = (draw.draws, draw.seed)
            return try corpus.report(
                options, software: "Tema \(Tema.version) (libxml2 \(LibXML2Version.text))", date: date, monitor: monitor
            )
        } write: { page, _ in
            try output.write(page)
            try output.finish()
        }
    }
}
