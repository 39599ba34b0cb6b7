import TemaModel

/// Tables of agreement: all coefficients of one set of ratings, or selected coefficients of each code of a codebook.
public struct AgreementTable: Sendable {
    private let bootstrap: Bootstrap

    /// Creates tables whose intervals are computed by `bootstrap`.
    public init(_ bootstrap: Bootstrap) { self.bootstrap = bootstrap }

    /// Returns a table of all coefficients of `ratings`, one row per coefficient.
    public func coefficients(_ ratings: Ratings, title: Phrase = Phrase("Agreement")) -> Table {
        let layout = Table.Layout(
            title: title,
            columns: [
                .init("coefficient", "coefficient", for: .programs), .init("name", "Coefficient", rank: .name),
                .init("value", "Value", style: Self.style),
            ] + Table.Column.limits("low", "high", style: Self.style) + [
                .init("undefined", "Undefined because"), .init("source", "Source", for: .programs),
            ])
        let intervals = bootstrap.intervals(of: Coefficient.all, ratings)
        let rows = zip(Coefficient.all, intervals).map { coefficient, interval in
            let (value, reason) = Self.cells(coefficient.estimate(ratings))
            return Table.Row([
                .text(coefficient.id), .phrase(coefficient.name), value, Self.number(interval?.low),
                Self.number(interval?.high), reason, .text(coefficient.source),
            ])
        }
        return Table(layout, rows: rows, notes: Self.notes(on: ratings) + [bootstrap.note])
    }

    /// Returns a table with one row per code of the agreement's level, and a last row for all of them together.
    public func codes(_ agreement: CodeAgreement) -> Table {
        let shown = Self.shown(agreement.coders.count)
        let columns = shown.flatMap { coefficient -> [Table.Column] in
            [.init(coefficient.id, coefficient.name, style: Self.style)]
                + Table.Column.limits(
                    coefficient.id + "_low", coefficient.id + "_high", style: Self.style, for: .programs)
        }
        let layout = Table.Layout(
            title: "Agreement by code, unit: \(agreement.unit.noun)",
            columns: CodeRows.columns + [
                .init("units", "Units", style: .integer),
                .init("prevalence", "% coded", style: .decimal(places: 4, shown: 1)),
            ] + columns + [
                .init("spans_alpha", "|uα", style: Self.style), .init("undefined", "Undefined", for: .programs),
            ])
        var rows = CodeRows(agreement.codes, level: agreement.level).rows { code in
            cells(agreement.ratings(of: code), agreement.spans(of: code), shown: shown)
        }
        let all = agreement.ratingsOfAll
        rows.append(Table.Row([.text(""), .phrase(Self.all(agreement)), .empty] + cells(all, nil, shown: shown)))
        return Table(layout, rows: rows, notes: notes(agreement, all))
    }

    /// Returns the label of the last row.
    private static func all(_ agreement: CodeAgreement) -> Phrase {
        agreement.level.map { Phrase("all codes of level \(agreement.codes.name(ofLevel: $0))") }
            ?? Phrase("all codes without codes below")
    }

    /// Returns the coefficients to show, with Cohen's κ for two coders and Fleiss' κ otherwise.
    private static func shown(_ coders: Int) -> [Coefficient] {
        let kappa = coders == 2 ? "cohen_kappa" : "fleiss_kappa"
        let ids = ["percent", kappa, "alpha_nominal", "gwet_ac1", "dice", "jaccard"]
        return Coefficient.all.filter { ids.contains($0.id) }
    }

    private func cells(_ ratings: Ratings, _ spans: Estimate?, shown: [Coefficient]) -> [Table.Cell] {
        var reasons: [Table.Cell] = []
        func cell(_ name: String, _ estimate: Estimate) -> Table.Cell {
            let (value, reason) = Self.cells(estimate)
            if case .phrase(let why) = reason { reasons.append(.phrase(Phrase("\(name): \(why)"))) }
            return value
        }
        let intervals = bootstrap.intervals(of: shown, ratings)
        let values = zip(shown, intervals).flatMap { coefficient, interval in
            [
                cell(coefficient.id, coefficient.estimate(ratings)), Self.number(interval?.low),
                Self.number(interval?.high),
            ]
        }
        let alpha = spans.map { cell("spans_alpha", $0) } ?? .empty
        return [.integer(ratings.paired), .number(100 * ratings.prevalence[1])] + values + [alpha, .list(reasons)]
    }

    private func notes(_ agreement: CodeAgreement, _ all: Ratings) -> [Phrase] {
        [
            Phrase(
                "Coders: \(agreement.coders.joined(separator: ", ")). A coder is compared in the documents in which the coder has coded, or that the coder has marked as done."
            ),
            Phrase(
                """
                Units: rated by at least two coders. % coded: share of the decisions on these units that apply the \
                code. Codes include the codes below them.
                """),
            Phrase("|uα compares the coded spans, in Unicode scalars of the complete text (Krippendorff et al. 2016)."),
            Phrase("Undefined coefficients are left empty. JSON and CSV output has the reason, and the intervals."),
            bootstrap.note,
        ]
    }

    private static func notes(on ratings: Ratings) -> [Phrase] {
        if ratings.units.isEmpty { return [Phrase("There are no units that two coders rated.")] }
        let shares = zip(ratings.scale.categories, ratings.prevalence).map { "\($0) \(percent($1)) %" }
        var notes = [
            Phrase("Units with at least two ratings: \(ratings.paired). Coders: \(ratings.coders.count)."),
            Phrase("Shares of the values in these units: \(shares.joined(separator: ", "))."),
        ]
        if ratings.unpaired > 0 {
            notes.append(Phrase("Units that only one of the two coders rated are ignored: \(ratings.unpaired)."))
        }
        if ratings.repeated > 0 {
            notes.append(
                Phrase(
                    "Duplicate ratings (same coder and unit) ignored: \(ratings.repeated). The first rating counts."))
        }
        return notes
    }

    /// Returns a share as a percentage with one decimal place.
    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    static let style = Table.Column.Style.decimal(places: 6, shown: 3)

    static func cells(_ estimate: Estimate) -> (value: Table.Cell, reason: Table.Cell) {
        switch estimate {
        case .value(let value): (.number(value), .empty)
        case .undefined(let reason): (.empty, .phrase(reason))
        }
    }

    private static func number(_ value: Double?) -> Table.Cell { value.map(Table.Cell.number) ?? .empty }
}

extension Bootstrap {
    fileprivate var note: Phrase {
        Phrase(
            "Intervals: 95 %, percentile bootstrap over documents (over units if no documents are named); draws: \(draws), seed: \(ordinal: seed)."
        )
    }
}
