import ArgumentParser
import TemaAnalysis
import TemaCodebook
import TemaFormats
import TemaModel
import TemaPipeline
import TemaStudy

struct AgreementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement", abstract: "Tell how far coders agree, by many coefficients, with intervals.",
        discussion: """
            Example: tema agreement interviews.tema --unit sentence

            With --disagreements it lists the units on which coders differ; with --data ratings.csv it takes any ratings.
            A study's coders are compared code by code; a table of ratings as one variable.
            """)

    @Argument(help: "The study.", completion: .file(extensions: ["tema"]))
    var study: String?
    @Option(help: "A table of ratings in a CSV file, a rating a row.", completion: .file(extensions: ["csv", "tsv"]))
    var data: String?
    @Option(
        help: ArgumentHelp(
            "With --data, the columns of unit, coder and value, and of what the bootstrap draws if not units.",
            valueName: "unit,coder,value[,document]"))
    var columns = "unit,coder,value"
    @Option(help: "What coders are compared on.")
    var unit = CodingUnit.passage
    @Option(help: "One code, with all coefficients; by its path or its id.")
    var code: String?
    @Option(help: "The coders to compare, joined by commas; by default all.")
    var coders: String?
    @Option(help: "The level to tell about, by its name in the codebook or its number from the top.")
    var level: String?
    @Flag(help: "Compare the spans themselves, without units: uα, |uα, cuα and (k)uα.")
    var spans = false
    @Flag(help: "List the units on which coders differ, with their text.")
    var disagreements = false
    @OptionGroup var draw: DrawOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (study == nil) != (data == nil) else { throw ValidationError("name a study, or ratings with --data") }
        if spans, data != nil || code != nil || disagreements {
            throw ValidationError("--spans is for all codes of a study")
        }
    }

    func run() throws {
        if let data {
            let ratings = try RatingsFile.read(data, columns: columns.split(separator: ",").map(String.init))
            return try output.write(tables.coefficients(ratings))
        }
        guard let path = study else { return }
        let study = try Study(path, for: .reading)
        try study.holdSnapshot()
        let marked = try MarkedCorpus(study)
        let codes = marked.codes
        let chosen = try code.map { try codes.number(named: $0) }
        let listed = disagreements ? try output.table(Self.disagreementLayout) : nil
        var count = 0
        let agreement = try marked.agreement(
            unit: unit, level: try level.map { try codes.depth(ofLevel: $0) },
            coders: coders?.split(separator: ",").map(String.init)
        ) { found, document in
            guard chosen == nil || chosen == found.code else { return }
            count += 1
            try listed?.add(Self.row(found, document, codes: codes))
        }
        if let listed {
            return try listed.finish(notes: ["\(counted(count, "disagreement")), unit: \(unit.rawValue)."])
        }
        if spans { return try output.write(AgreementTable.spans(agreement)) }
        guard let chosen else { return try output.write(tables.codes(agreement)) }
        let title = "Agreement on \(codes.entries[chosen].path), unit: \(unit.rawValue)"
        try output.write(tables.coefficients(agreement.ratings(of: chosen), title: title))
    }

    private var tables: AgreementTable { AgreementTable(Bootstrap(draws: draw.draws, seed: draw.seed)) }

    private static let disagreementLayout = Table.Layout(
        title: "Disagreements",
        columns: [
            .init("code", "Code"), .init("document", "Document"), .init("passage", "Passage", style: .integer),
            .init("given_by", "Given by"), .init("not_by", "Not by"), .init("text", "Text"),
        ])

    private static func row(_ found: CodeAgreement.Disagreement, _ document: Document, codes: CodeList) -> Table.Row {
        Table.Row([
            .text(codes.entries[found.code].path), .text(document.id),
            document.passages(in: found.span).first.map(Table.Cell.integer) ?? .empty, .names(found.givenBy),
            .names(found.notBy), .text(document.text.string(found.span)),
        ])
    }
}

extension CodingUnit: ExpressibleByArgument {}
