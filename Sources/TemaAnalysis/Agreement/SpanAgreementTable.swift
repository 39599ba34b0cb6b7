import TemaModel

extension AgreementTable {
    /// Agreement on spans by the unitizing family: a row for all codes together, and one for each code among them.
    public static func spans(_ agreement: CodeAgreement) -> Table {
        let layout = Table.Layout(
            title: "Agreement on spans",
            columns: CodeRows.columns + [
                .init("u_alpha", "uα", style: style), .init("relevance_alpha", "|uα", style: style),
                .init("cu_alpha", "cuα", style: style),
                .init("k_alpha", "(k)uα", style: style), .init("coverage", "covered", style: style),
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
        let key: [Table.Cell] = [.text(""), .text("all codes together"), .empty]
        switch alpha {
        case .success(let alpha):
            return Table.Row(
                key
                    + row(
                        [("uα", alpha.values), ("|uα", alpha.relevance), ("cuα", alpha.codes), nil], coverage: nil))
        case .failure(let problem):
            return Table.Row(
                key + row([("uα", .undefined(problem.message)), nil, nil, nil], coverage: nil))
        }
    }

    /// The cells of four estimates, of how much is covered, and of why some are not defined.
    private static func row(_ estimates: [(name: String, estimate: Estimate)?], coverage: Double?) -> [Table.Cell] {
        var reasons: [Table.Cell] = []
        let values = estimates.map { named -> Table.Cell in
            guard let named else { return .empty }
            let (value, reason) = cells(named.estimate)
            if case .text(let why) = reason { reasons.append(.text("\(named.name): \(why)")) }
            return value
        }
        return values + [coverage.map(Table.Cell.number) ?? .empty, reasons.isEmpty ? .empty : .list(reasons)]
    }

    private static func notes(_ agreement: CodeAgreement) -> [String] {
        [
            "Coders: \(agreement.coders.joined(separator: ", ")). A coder takes part in the documents in which they have coded anything.",
            "Codes are \(agreement.level.map { "those of level \($0), with those below them" } ?? "each by itself, where all are compared together"). "
                + "Lengths are in Unicode scalars of all text.",
            "uα: the same spans with the same codes; |uα: the same spans, whatever the codes; cuα: the same codes where two coders marked something; "
                + "(k)uα: one code against all others there, and covered, which share of the code's length that is. A code's own uα is of its spans alone, those of codes below it included. "
                + "Krippendorff et al. 2016.",
            "All codes together are compared only where no coder gave two codes to the same words.",
        ]
    }
}
