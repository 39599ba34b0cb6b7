import ArgumentParser
import TemaAnalysis
import TemaCodebook
import TemaFormats
import TemaModel
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
        if let data { return try output.write(tables.coefficients(try ratings(data))) }
        guard let study = try study.map({ try Study($0, for: .reading) }) else { return }
        let codes = try CodebookFile.read(of: study)
        let chosen = try code.map { try codes.number(named: $0) }
        let level = try level.map { try codes.depth(ofLevel: $0) }
        var agreement = CodeAgreement(codes, unit: unit, coders: try chosenCoders(study), level: level)
        let listed = disagreements ? try output.table(Self.disagreementLayout) : nil
        var count = 0
        try study.eachMarked(codes) { document, marks in
            try agreement.add(document, marks) { found in
                guard chosen == nil || chosen == found.code else { return }
                count += 1
                listed?.add(Self.row(found, document, codes))
            }
        }
        if let listed { return listed.finish(notes: ["\(counted(count, "disagreement")), unit: \(unit.rawValue)."]) }
        if spans { return try output.write(AgreementTable.spans(agreement)) }
        guard let chosen else { return try output.write(tables.codes(agreement)) }
        let title = "Agreement on \(codes.entries[chosen].path), unit: \(unit.rawValue)"
        try output.write(tables.coefficients(agreement.ratings(of: chosen), title: title))
    }

    private var tables: AgreementTable { AgreementTable(Bootstrap(draws: draw.draws, seed: draw.seed)) }

    private func chosenCoders(_ study: Study) throws -> [String] {
        let known = try study.coders().map(\.coder)
        let chosen = try coders?.split(separator: ",").map(String.init).map { name in
            guard known.contains(name) else {
                throw ValidationError("nobody has coded as “\(name)”; \(didYouMean(name, known))")
            }
            return name
        }
        let all = chosen ?? known
        guard all.count > 1 else { throw ValidationError("agreement takes two coders; `tema coders` lists them") }
        return all
    }

    private func ratings(_ path: String) throws -> Ratings {
        do {
            let text = try UTF8Input(try ByteSource.open(path), encoding: nil, isXML: false).readAll(atMost: 1 << 30)
            let table = try DelimitedText(text)
            let places = try columns.split(separator: ",").map { try table.column(String($0)) }
            guard 3...4 ~= places.count else {
                throw ValidationError("--columns names the columns of unit, coder and value")
            }
            return Ratings(
                table.rows.filter { !$0.fields[places[2]].isEmpty }.map { row in
                    Ratings.Rating(
                        unit: row.fields[places[0]], coder: row.fields[places[1]], value: row.fields[places[2]],
                        cluster: places.count == 4 ? row.fields[places[3]] : nil)
                })
        } catch let problem as Problem {
            throw problem.inFile(path)
        }
    }

    private static let disagreementLayout = Table.Layout(
        title: "Disagreements",
        columns: [
            .init("code", "Code"), .init("document", "Document"), .init("passage", "Passage", .integer),
            .init("given_by", "Given by"), .init("not_by", "Not by"), .init("text", "Text"),
        ])

    private static func row(_ found: CodeAgreement.Disagreement, _ document: Document, _ codes: CodeList) -> Table.Row {
        Table.Row([
            .text(codes.entries[found.code].path), .text(document.id),
            document.passages(in: found.span).first.map(Table.Cell.integer) ?? .empty, .names(found.givenBy),
            .names(found.notBy), .text(document.text.string(found.span)),
        ])
    }
}
