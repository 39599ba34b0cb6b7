import TemaModel

extension Comparison {
    /// Returns notes with the denominators of the groups and with explanations of the measure.
    func notes(_ names: [Phrase], _ tallies: [Tally]) -> [Phrase] {
        func list(_ denominator: KeyPath<Tally, Int>) -> Phrase {
            zip(names, tallies).map { Phrase("\($0) \($1[keyPath: denominator])") }.joined(separator: ", ")
        }
        let isRow = measure == .rowPercent || measure == .documentsRowPercent
        let shares =
            isRow
            ? Phrase(
                "The denominator of a share is the code's count in all groups, each passage or document counted once.")
            : Phrase("The denominators of shares are the column's own counts, listed below.")
        return [
            Phrase("Measure: \(measure.label), including codes below. \(shares)"),
            Phrase("Passages of the coded kinds: \(list(\.passages))."),
            variable.isOfPassages
                ? Phrase("Documents with such a passage (total: all): \(list(\.documents)).")
                : Phrase("Documents: \(list(\.documents))."),
            Phrase("Words of those passages: \(list(\.words))."),
        ]
            + (view == .intervals || view == .proportions
                ? [Phrase("From and to: 95 % Wilson intervals. Passages of one document are not independent.")] : [])
            + overlap
    }

    /// A note that explains why groups can add up to more than the total.
    private var overlap: [Phrase] {
        switch variable {
        case .section, .kind, .language: []
        case .code:
            [Phrase("A column counts the passages with its code, so a passage can count in several columns.")]
        case .coder:
            [
                Phrase(
                    "A coder's column counts the documents in which the coder has coded, or that the coder has marked as done, and their passages; the total counts all coders."
                )
            ]
        case .article, .metadata:
            [Phrase("A document with several values counts in the column of each value, and once in the total.")]
        }
    }
}
