import TemaModel

extension AgreementTable {
    /// Returns a table of the unitizing α family: one row for all codes together, and one row per code.
    public static func spans(_ agreement: CodeAgreement) -> Table {
        let layout = Table.Layout(
            title: "Agreement on spans",
            columns: CodeRows.columns + [
                .init("u_alpha", "uα", style: style), .init("relevance_alpha", "|uα", style: style),
                .init("cu_alpha", "cuα", style: style),
                .init("k_alpha", "(k)uα", style: style), .init("coverage", "coverage", style: style),
                .init("undefined", "Undefined because"),
            ])
        let alpha = Result { () throws(Problem) in try agreement.spans() }
        let rows = CodeRows(agreement.codes, level: agreement.level).rows { code in
            guard case .success(let alpha) = alpha else {
                return row([("uα", agreement.spans(of: code)), nil, nil, nil], coverage: nil)
            }
            let (own, coverage) = alpha.code(agreement.codes.entries[code].path)
            return row([("uα", agreement.spans(of: code)), nil, nil, ("(k)uα", own)], coverage: coverage)
        }
        return Table(layout, rows: [all(alpha)] + rows, notes: notes(agreement))
    }

    private static func all(_ alpha: Result<UnitizingAlpha, Problem>) -> Table.Row {
        let key: [Table.Cell] = [.text(""), .phrase(Phrase("all codes together")), .empty]
        switch alpha {
        case .success(let alpha):
            return Table.Row(
                key
                    + row(
                        [("uα", alpha.values), ("|uα", alpha.relevance), ("cuα", alpha.codes), nil], coverage: nil))
        case .failure(let problem):
            return Table.Row(
                key + row([("uα", .undefined(Phrase(verbatim: problem.message))), nil, nil, nil], coverage: nil))
        }
    }

    /// Returns the cells of four estimates, of the coverage, and of the reasons why estimates are undefined.
    private static func row(_ estimates: [(name: String, estimate: Estimate)?], coverage: Double?) -> [Table.Cell] {
        var reasons: [Table.Cell] = []
        let values = estimates.map { named -> Table.Cell in
            guard let named else { return .empty }
            let (value, reason) = cells(named.estimate)
            if case .phrase(let why) = reason { reasons.append(.phrase(Phrase("\(named.name): \(why)"))) }
            return value
        }
        return values + [coverage.map(Table.Cell.number) ?? .empty, reasons.isEmpty ? .empty : .list(reasons)]
    }

    private static func notes(_ agreement: CodeAgreement) -> [Phrase] {
        let together =
            if let level = agreement.level {
                Phrase("Codes compared together: those of level \(level), including the codes below them.")
            } else {
                Phrase("Codes compared together: every code by itself.")
            }
        return [
            Phrase(
                "Coders: \(agreement.coders.joined(separator: ", ")). A coder is compared in the documents in which the coder has coded, or that the coder has marked as done."
            ),
            Phrase("\(together) Lengths are in Unicode scalars of the complete text."),
            Phrase(
                """
                uα: agreement on spans and their codes. |uα: agreement on spans, ignoring codes. cuα: agreement \
                on codes where two coders coded. (k)uα: agreement on one code against all others where two \
                coders coded; coverage: the share of the code's length there. uα of a code: agreement on the \
                spans of the code and of codes below it alone. Krippendorff et al. 2016.
                """),
            Phrase("All codes can be compared together only if no coder applied two codes to the same words."),
        ]
    }
}
