import TemaModel

extension Comparison {
    /// Returns notes with the denominators of the groups and with explanations of the measure.
    func notes(_ names: [String], _ tallies: [Tally]) -> [String] {
        func list(_ denominator: KeyPath<Tally, Int>) -> String {
            zip(names, tallies).map { "\($0) \($1[keyPath: denominator])" }.joined(separator: ", ")
        }
        let isRow = measure == .rowPercent || measure == .articlesRowPercent
        let shares =
            isRow
            ? "The denominator of a share is the code's count in all groups, each passage or document counted once."
            : "The denominators of shares are the column's own counts, listed below."
        return [
            "Measure: \(measure.label), including codes below. \(shares)",
            "Passages of the coded kinds: \(list(\.passages)).",
            "Documents\(variable.isOfPassages ? " with such a passage (total: all)" : ""): \(list(\.articles)).",
            "Words of those passages: \(list(\.words)).",
        ]
            + (view == .intervals || view == .proportions
                ? ["From and to: 95 % Wilson intervals. Passages of one document are not independent."] : [])
            + overlap
    }

    /// A note that explains why groups can add up to more than the total.
    private var overlap: [String] {
        switch variable {
        case .section, .kind, .language: []
        case .code:
            ["A column counts the passages with its code, so a passage can count in several columns."]
        case .coder:
            [
                "A coder's column counts the documents in which the coder has coded, and their passages; the total counts all coders."
            ]
        case .article, .metadata:
            ["A document with several values counts in the column of each value, and once in the total."]
        }
    }
}
