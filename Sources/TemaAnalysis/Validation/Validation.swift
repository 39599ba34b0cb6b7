import TemaModel

/// The validation of a codebook against a reviewer's verdicts on a ``Sample``, as tables.
public struct Validation: Sendable {
    /// The content of the table.
    public enum View: String, CaseIterable, Sendable {
        /// Precision, recall and F1 of each code.
        case codes
        /// The precision of each indicator.
        case indicators
        /// The passages wrongly found and missed.
        case errors
    }

    let judgements: [Judgement]

    /// Creates a validation from the verdicts of all codes.
    public init(_ judgements: [Judgement]) { self.judgements = judgements }

    /// Returns the table of a view.
    public func table(_ view: View) -> Table {
        switch view {
        case .codes: codes
        case .indicators: indicators
        case .errors: errors
        }
    }

    /// The judgements of each code, with codes in order of first occurrence.
    private var byCode: [(code: Judgement, judgements: [Judgement])] {
        var places: [String: Int] = [:]
        var groups: [(code: Judgement, judgements: [Judgement])] = []
        for judgement in judgements {
            let place = places[judgement.code] ?? groups.count
            places[judgement.code] = place
            if place == groups.count { groups.append((judgement, [])) }
            groups[place].judgements.append(judgement)
        }
        return groups
    }

    static func validation(_ judgements: [Judgement]) -> CodeValidation {
        var code = CodeValidation()
        for judgement in judgements {
            (code.found.all, code.other.all) = (judgement.population.found, judgement.population.other)
            guard judgement.verdict == .given || judgement.verdict == .not else { continue }
            let stratum = judgement.isFound ? \CodeValidation.found : \.other
            code[keyPath: stratum].reviewed += 1
            if judgement.verdict == .given { code[keyPath: stratum].given += 1 }
        }
        return code
    }

    /// The columns of a code: its path for programs, its own id for people. Truncated paths of one branch look the
    /// same.
    static let codeColumns: [Table.Column] = [
        .init("code", "Code", for: .programs), .init("code_id", "Code", for: .people, rank: .name),
    ]

    static func codeCells(_ path: String) -> [Table.Cell] {
        [.text(path), .text(path.split(separator: "/").last.map(String.init) ?? path)]
    }

    // MARK: Codes

    private var codes: Table {
        let decimal = Table.Column.Style.decimal(places: 6, shown: 2)
        func figure(_ name: String, _ label: Phrase, limits: Table.Column.Audience = .everyone) -> [Table
            .Column]
        {
            [.init(name, label, style: decimal)]
                + Table.Column.limits(name + "_low", name + "_high", style: decimal, for: limits)
        }
        let layout = Table.Layout(
            title: "Validation by code",
            columns: Self.codeColumns + [
                .init("found_passages", "Passages found", style: .integer, for: .programs),
                .init("found_judged", "Found", style: .integer), .init("found_given", "correct", style: .integer),
                .init("other_passages", "Passages not found", style: .integer, for: .programs),
                .init("other_judged", "Not found", style: .integer), .init("other_given", "missed", style: .integer),
            ] + figure("precision", Phrase("Precision")) + figure("recall", Phrase("Recall"))
                // A terminal has no space for the intervals of all three.
                + figure("f1", Phrase("F1"), limits: .programs))
        let codes = byCode.map { ($0.code, Self.validation($0.judgements)) }
        let rows = codes.map { Self.row($0.code, $1) } + Self.pooled(codes.map(\.1))
        return Table(layout, rows: rows, notes: notes)
    }

    private static func row(_ name: String, _ code: CodeValidation) -> Table.Row {
        Table.Row(
            codeCells(name)
                + [code.found, code.other].flatMap { [.integer($0.all), .integer($0.reviewed), .integer($0.given)] }
                + [code.precision, code.recall, code.f1].flatMap(cells))
    }

    private static func cells(_ figure: CodeValidation.Figure?) -> [Table.Cell] {
        figure.map { [.number($0.value), .number($0.low), .number($0.high)] } ?? [.empty, .empty, .empty]
    }

    /// Returns a micro-average over the codes whose totals can be estimated, if there are several codes. It has no
    /// intervals, because codes share passages.
    private static func pooled(_ codes: [CodeValidation]) -> [Table.Row] {
        let known = codes.compactMap(\.totals)
        guard codes.count > 1, !known.isEmpty else { return [] }
        let (right, wrong, missed) = known.reduce((0, 0, 0)) { ($0.0 + $1.right, $0.1 + $1.wrong, $0.2 + $1.missed) }
        func share(_ part: Double, whole: Double) -> [Table.Cell] {
            [whole > 0 ? .number(part / whole) : .empty, .empty, .empty]
        }
        let counts = [\CodeValidation.found, \.other].flatMap { stratum in
            [\CodeValidation.Stratum.all, \.reviewed, \.given].map { count in
                Table.Cell.integer(codes.reduce(0) { $0 + $1[keyPath: stratum][keyPath: count] })
            }
        }
        let all = Phrase("all \(known.count) codes judged")
        return [
            Table.Row(
                [.phrase(all), .phrase(all)] + counts
                    + share(right, whole: right + wrong)
                    + share(right, whole: right + missed) + share(2 * right, whole: 2 * right + wrong + missed))
        ]
    }

    private var notes: [Phrase] {
        let open = judgements.count { $0.verdict == .open }
        let unsure = judgements.count { $0.verdict == .unsure }
        let reviewed =
            [Phrase("\(judgements.count - open - unsure) of \(judgements.count) reviewed")]
            + (open > 0 ? [Phrase("\(open) not yet")] : []) + (unsure > 0 ? [Phrase("\(unsure) undecided")] : [])
        return [
            Phrase(
                """
                \(reviewed.joined(separator: ", ")). Rows without a verdict are assumed to be like the reviewed rows of \
                their stratum. Found, not found: reviewed passages in which the code was found or not. Correct, \
                missed: those to which the code applies.
                """),
            Phrase(
                """
                Precision: share of found passages to which the code applies. Recall and F1: estimates for the \
                whole corpus, with each reviewed passage weighted by the number of passages that it represents.
                """),
            Phrase(
                """
                From and to: 95 % intervals; Wilson's for precision, combined by Donner and Zou's method for \
                recall and F1. They apply to this corpus only and assume that the reviewer is right.
                """),
        ]
    }
}
