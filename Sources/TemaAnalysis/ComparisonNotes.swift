import TemaModel

extension Comparison {
    /// The groups' denominators, and what must be known to read their numbers.
    func notes(_ names: [String], _ tallies: [Tally]) -> [String] {
        func list(_ denominator: KeyPath<Tally, Int>) -> String {
            zip(names, tallies).map { "\($0) \($1[keyPath: denominator])" }.joined(separator: ", ")
        }
        let isRow = measure == .rowPercent || measure == .articlesRowPercent
        let shares =
            isRow
            ? "shares are of what the code has in all groups, counted once."
            : "shares are of the column's own numbers, which follow."
        return [
            "Shown: \(measure.label), with those of the codes below; \(shares)",
            "Passages of the coded kinds: \(list(\.passages)).",
            "Articles\(variable.isOfPassages ? " with such a passage (total: all)" : ""): \(list(\.articles)).",
            "Words of those passages: \(list(\.words)).",
        ]
            + (view == .intervals || view == .proportions
                ? ["From and to: Wilson's intervals of 95 %; passages of one article are no independent draws."] : [])
            + overlap
    }

    /// Why groups may add up to more than the total.
    private var overlap: [String] {
        switch variable {
        case .section, .kind, .language: []
        case .code:
            ["A column's passages are those with its code; a passage with several codes is in the column of each."]
        case .coder:
            [
                "A coder's articles and passages are those of the articles in which they have coded anything; the total is everybody's."
            ]
        case .article, .metadata: ["A document with several values counts in each, and once in the total."]
        }
    }
}
