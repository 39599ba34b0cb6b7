import ArgumentParser
import TemaAnalysis
import TemaCodebook
import TemaFormats
import TemaModel
import TemaPipeline
import TemaStudy

struct AgreementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement", abstract: "Compute agreement between coders.",
        discussion: """
            Example: tema agreement interviews.tema --unit sentence

            With --disagreements it lists the units on which coders differ. With --data ratings.csv it reads ratings \
            from a table. A study's coders are compared code by code, a table of ratings as one variable.
            """)

    @Argument(help: "Study, such as interviews.tema.", completion: .file(extensions: ["tema"]))
    var study: String?
    @Option(
        help: ArgumentHelp("A CSV file of ratings, one per row, instead of a study.", valueName: "file"),
        completion: .file(extensions: ["csv", "tsv"]))
    var data: String?
    @Option(
        help: ArgumentHelp(
            "With --data, the columns of unit, coder and value and, optionally, of the clusters to resample.",
            valueName: "unit,coder,value[,document]"))
    var columns: String?
    @Option(help: ArgumentHelp("With --data, the values in ascending order.", valueName: "values"))
    var scale: String?
    @Option(help: "Unit of comparison. By default passage.")
    var unit: CodingUnit?
    @Option(help: "Report all coefficients of one code, by its path, id or name.")
    var code: String?
    @Option(help: ArgumentHelp("Coders to compare, separated by commas. All by default.", valueName: "names"))
    var coders: String?
    @Option(help: "Codebook level to report, by its name or its number from the top.")
    var level: String?
    @Flag(help: "Compare spans instead of units: uα, |uα, cuα and (k)uα.")
    var spans = false
    @Flag(help: "List the units on which coders differ, with their text.")
    var disagreements = false
    @OptionGroup var draw: BootstrapOptions
    @OptionGroup(title: "Output options") var output: OutputOptions

    func validate() throws {
        guard (study == nil) != (data == nil) else {
            throw ValidationError("pass either a study, or a table of ratings with --data")
        }
        if let ignored = ignored.first(where: \.isSet) {
            throw ValidationError("\(ignored.option) has no effect \(ignored.with) (remove it)")
        }
    }

    /// The options that have no effect with the others, and whether they are set.
    private var ignored: [(option: String, with: String, isSet: Bool)] {
        let data = data != nil
        return [
            ("--columns", "without --data", !data && columns != nil),
            ("--scale", "without --data", !data && scale != nil),
            ("--unit", "with --data", data && unit != nil),
            ("--code", "with --data", data && code != nil),
            ("--coders", "with --data", data && coders != nil),
            ("--level", "with --data", data && level != nil),
            ("--spans", "with --data", data && spans),
            ("--disagreements", "with --data", data && disagreements),
            ("--code", "with --spans, which compares all codes", spans && code != nil),
            ("--unit", "with --spans, which compares spans", spans && unit != nil),
            ("--disagreements", "with --spans", spans && disagreements),
        ]
    }

    func run() throws {
        if let data {
            let columns = Self.names(columns ?? "unit,coder,value")
            let scale = try scale.map { try RatingScale(ordered: Self.names($0)) }
            let ratings = try RatingsFile.read(data, columns: columns, scale: scale)
            return try output.write(tables.coefficients(ratings))
        }
        guard let path = study else { return }
        let unit = unit ?? .passage
        let study = try Study(path, for: .reading)
        try study.holdSnapshot()
        let marked = try HandCodedCorpus(study, language: output.language.tag)
        let codes = marked.codes
        let chosen = try code.map { try codes.number(named: $0) }
        let listed = disagreements ? try output.table(Self.disagreementLayout, codes) : nil
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
            return try listed.finish(notes: [Phrase("\(count: count, "disagreement"), unit: \(unit.noun).")])
        }
        if spans { return try output.write(AgreementTable.spans(agreement), codes) }
        guard let chosen else { return try output.write(tables.codes(agreement), codes) }
        let title = Phrase("Agreement on \(codes.entries[chosen].path), unit: \(unit.noun)")
        try output.write(tables.coefficients(agreement.ratings(of: chosen), title: title), codes)
    }

    /// Returns the names in a list separated by commas, without spaces around them.
    private static func names(_ list: String) -> [String] {
        list.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    private var tables: AgreementTable { AgreementTable(Bootstrap(draws: draw.draws, seed: draw.seed)) }

    private static let disagreementLayout = Table.Layout(
        title: "Disagreements",
        columns: [
            .init("code", "Code"), .document, .init("passage", "Passage", style: .ordinal),
            .init("given_by", "Coded by"), .init("not_by", "Not coded by"), .init("text", "Text"),
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
