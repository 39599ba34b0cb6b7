import Analysis
import ArgumentParser
import Exchange
import Glibc
import Model
import Store

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write one spreadsheet with codebook, frequencies, co-occurrence, matrix and quotes.",
        discussion: """
            Example: tema export -c codebook.yaml articles/ -o codebook.xlsx

            A study has its own codebook: tema export interviews.tema --hand -o codebook.xlsx
            """)

    @Option(help: "What two codes must share to co-occur.")
    var unit = CooccurrenceUnit.passage
    @Option(help: "How many passages of each code are quoted at most.")
    var quotes = 10
    @Option(help: "The language of the codebook's names and definitions, such as id.")
    var language: String?
    @OptionGroup var counting: CountingOptions
    @Option(
        name: [.short, .long], help: "The spreadsheet to write, an .xlsx file, which appears when it is whole.",
        completion: .file(extensions: ["xlsx"]))
    var output: String?
    @Flag(name: [.short, .long], help: "Say only what went wrong.")
    var quiet = false

    func validate() throws {
        guard 0...1000 ~= quotes else { throw ValidationError("--quotes takes 0 to 1,000") }
        if let output, let format = OutputOptions.format(promisedBy: output), format != XLSXTable.name {
            throw ValidationError("an export is a spreadsheet, not \(format); give it a name such as codebook.xlsx")
        }
        guard output != nil || isatty(STDOUT_FILENO) == 0 else {
            throw ValidationError("a spreadsheet is not for a terminal; name a file, such as -o codebook.xlsx")
        }
    }

    func run() throws {
        let output = try Output(output)
        let (codes, yaml) = try counting.codebook.codesAndYAML(counting.corpus, quiet: quiet)
        let level = try counting.depth(in: codes)
        var frequencies = Frequencies(codes: codes, level: level)
        var cooccurrence = Cooccurrence(codes: codes, unit: unit, level: level)
        var matrix = CodeMatrix(codes: codes, level: level)
        var best = BestQuotes(codes: codes, level: level, most: quotes)
        try counting.each(codes, quiet: quiet) { coded in
            frequencies.add(coded)
            cooccurrence.add(coded)
            matrix.add(coded)
            best.add(coded)
        } finish: { documents in
            let bytes = try Spreadsheet.written(
                [
                    ("Codebook", CodebookTable.table(codes, language: language)),
                    ("Frequencies", frequencies.table()), ("Co-occurrence", cooccurrence.table()),
                    ("Matrix", matrix.table()), ("Quotes", best.table()),
                ],
                provenance: CommandText.provenance(codes) + [
                    Table.Field("SHA-256 of the codebook", .text(SHA256.hex(yaml))),
                    Table.Field("Documents", .integer(documents)),
                    Table.Field("Coder", .text(try coder(codes))),
                ])
            output.write { $0 += bytes }
            output.finish()
        }
    }

    private func coder(_ codes: CodeList) throws -> String {
        guard counting.hand.hand else { return codes.codebook.coder }
        return try counting.hand.whose ?? "everybody"
    }
}
